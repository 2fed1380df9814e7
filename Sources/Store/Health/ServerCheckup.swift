import Glibc
import Postgres
import Zones

/// The part of a check-up that looks at the machine: programs, clock, keys, backups, room.
struct ServerCheckup {
    private let session: Session
    private let cluster: PrivateCluster?
    private let backups: String?
    private let state: Result<ServerState, any Error>

    /// Seconds that two clocks may differ.
    private static let tolerance = 5.0
    /// Days after which a seal, a backup, a drill of an office's server are old.
    private static let oldest: [Checkup.Check: Int] = [.seal: 8, .backup: 2, .drill: 100]

    init(_ session: Session, _ cluster: PrivateCluster?, _ backups: String?) {
        self.session = session
        self.cluster = cluster
        self.backups = backups
        state = Result { try ServerState.read(session) }
    }

    var findings: [Checkup.Finding] {
        [
            binaries, functions, clock, keys,
            aged(.seal, applies: cluster == nil) { try state.get().sealedAt },
            aged(.backup, applies: backups != nil) { age?.endedAt },
            aged(.drill, applies: backups != nil) { age?.drilledAt },
            archive, standby, disk, connections, sequences,
        ].compactMap { $0 }
    }

    private var age: BackupAge? { backups.flatMap(BackupAge.init(folder:)) }

    private var binaries: Checkup.Finding? {
        guard let running = try? state.get() else {
            return Checkup.finding(.binaries) {
                _ = try state.get()
                return (false, "")
            }
        }
        guard let installed = running.installedVersion else { return nil }
        return Checkup.Finding(.binaries, installed == running.version, "\(running.version) / \(installed)")
    }

    /// The language of all our verbs: what an upgrade under a running server breaks first.
    private var functions: Checkup.Finding {
        Checkup.finding(.functions) {
            _ = try session.connection.execute("do $$ begin perform 1; end $$")
            return (true, "plpgsql")
        }
    }

    private var clock: Checkup.Finding {
        Checkup.finding(.clock) {
            let before = BusinessClock.machine.now
            let server = try session.connection.value("select clock_timestamp()", as: Instant.self) ?? before
            let seconds = Double(server.unixMicroseconds - before.unixMicroseconds) / 1_000_000
            return (abs(seconds) < Self.tolerance, "\(Int(seconds.rounded())) s")
        }
    }

    /// The key file of the zone that the session acts for; a zone without keys yet needs none.
    private var keys: Checkup.Finding? {
        let zone = (try? Actor.current(session))?.zone
        guard let zone = zone ?? (cluster == nil ? nil : try? ZoneCode("ANY")) else { return nil }
        let file = session.configuration.keys.file(of: zone)
        do throws(KeyFault) {
            _ = try file.read()
            var found = stat()
            guard stat(file.path, &found) == 0 else { return Checkup.Finding(.keys, false, file.path) }
            return Checkup.Finding(.keys, true, file.path + " 0" + String(found.st_mode & 0o777, radix: 8))
        } catch {
            switch error {
            case .missing:
                let needed = try? session.connection.value(
                    "select master_id is not null from core.key_state()",
                    as: Bool.self
                )
                return Checkup.Finding(.keys, needed == false, file.path + ": -")
            case .exposed(_, let mode):
                return Checkup.Finding(.keys, false, file.path + " 0" + String(mode, radix: 8))
            default: return Checkup.Finding(.keys, false, file.path)
            }
        }
    }

    private func aged(
        _ check: Checkup.Check,
        applies: Bool,
        _ ask: () throws -> Instant?
    ) -> Checkup.Finding? {
        guard applies, let oldest = Self.oldest[check] else { return nil }
        return Checkup.finding(check) {
            guard let last = try ask() else { return (false, "") }
            return (last.day.days(until: session.today) <= oldest, "\(last)")
        }
    }

    private var archive: Checkup.Finding? {
        guard let state = try? state.get(), state.archivedAt != nil || state.isArchiveFailing else { return nil }
        return Checkup.Finding(.archive, !state.isArchiveFailing, state.archivedAt.map { "\($0)" } ?? "")
    }

    private var standby: Checkup.Finding? {
        guard let state = try? state.get(), state.wantsStandby, let standbys = state.standbys else { return nil }
        return Checkup.Finding(.standby, standbys > 0, "\(standbys)")
    }

    private var disk: Checkup.Finding? {
        guard let room = (try? state.get())?.disk(cluster) else { return nil }
        return Checkup.Finding(.disk, room.isEnough, "\(room.free >> 20) MiB")
    }

    private var connections: Checkup.Finding? {
        guard let state = try? state.get() else { return nil }
        let isEnough = state.connections * 5 < state.connectionLimit * 4
        return Checkup.Finding(.connections, isEnough, "\(state.connections) / \(state.connectionLimit)")
    }

    private var sequences: Checkup.Finding? {
        guard let use = (try? state.get())?.sequenceUse else { return nil }
        return Checkup.Finding(.sequences, use < 500_000, "\(use / 10_000) %")
    }
}
