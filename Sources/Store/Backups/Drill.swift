import Postgres
import Zones

/// A restore for practice: into a scratch folder, with every promise of the data asked about.
public enum Drill {
    public struct Finding: Sendable, Hashable {
        /// `enrollment.seats_taken`, or what was measured: `rpo_seconds`.
        public let name: String
        public let isGood: Bool
        public let value: String
    }

    /// Restores the latest state and examines it. Nothing of it stays.
    ///
    /// - Parameters:
    ///   - live: the server that the backups are of, to count what a loss of it now would cost; nil when it is gone.
    ///   - keys: where the copies of the key files are; nil to leave them out.
    /// - Throws: `BackupFault`, `KeyFault`, `PostgresError`
    public static func run(
        _ folder: BackupFolder,
        live: BackupSource?,
        to target: Instant?,
        keys: String?,
        tell: (Backup.Step) -> Void
    ) throws -> [Finding] {
        let begun = BusinessClock.machine.now
        let record = try folder.latest(by: target)
        var findings = [Finding(name: "backup", isGood: true, value: record.id)]
        if let keys { findings.append(self.keys(record, in: keys)) }
        let data = folder.path + "/scratch"
        let (restored, server) = try Restore.open(folder, record, at: data, to: target, tell: tell)
        defer {
            server.stop()
            _ = ChildProcess.run(["rm", "-rf", data])
        }
        let answered = BusinessClock.machine.now
        let databases = try BackupSource.databases(of: server.connection()) { try server.connection($0) }
        for database in databases {
            let connection = try server.connection(database)
            for invariant in Invariant.all {
                let violations = try invariant.violations(connection)
                let first = violations.first.map { " \($0.subject): \($0.found)" } ?? ""
                findings.append(
                    Finding(
                        name: "\(database.name).\(invariant.name)",
                        isGood: violations.isEmpty,
                        value: "\(violations.count)\(first)"
                    )
                )
            }
        }
        let examined = server.examine()
        findings.append(
            Finding(name: "pages", isGood: examined.status == 0, value: examined.status == 0 ? "" : examined.output)
        )
        findings += try loss(live, server, databases, restored, at: begun)
        findings.append(seconds("verify_seconds", restored.verifySeconds))
        findings.append(seconds("rto_seconds", begun.seconds(until: answered)))
        findings.append(seconds("checks_seconds", answered.seconds(until: BusinessClock.machine.now)))
        // For the watchers of the folder: when a restore was last practised with success.
        if findings.allSatisfy(\.isGood) { try LocalFile.write("\(begun)\n", to: folder.path + "/drill") }
        return findings
    }

    private static func keys(_ record: BackupRecord, in path: String) -> Finding {
        do throws(KeyFault) {
            try Backup.check(record.keys, in: path)
            return Finding(name: "keys", isGood: true, value: "\(record.keys.count)")
        } catch {
            return Finding(name: "keys", isGood: false, value: "\(error)")
        }
    }

    /// What would be lost if the server were gone now: the events that the copy has not, and the age of the oldest.
    private static func loss(
        _ live: BackupSource?,
        _ copy: ScratchServer,
        _ databases: [Identifier],
        _ restored: Restore.Restored,
        at begun: Instant
    ) throws -> [Finding] {
        let until = Finding(name: "restored_until", isGood: true, value: "\(restored.until ?? restored.record.ended)")
        guard let live else {
            let age = (restored.until ?? restored.record.ended).seconds(until: begun)
            return [until, seconds("rpo_seconds_at_most", age)]
        }
        var (missing, oldest): (Int64, Instant) = (0, begun)
        for database in databases {
            let last = try copy.connection(database).value(
                "select coalesce(max(id), 0) from core.event",
                as: Int64.self
            )
            let row = try live.connection(database).row(
                "select count(*), min(recorded_at) from core.event where id > \(last ?? 0) and recorded_at <= \(begun)",
                as: (Int64, Instant?).self
            )
            missing += row?.0 ?? 0
            if let first = row?.1, first < oldest { oldest = first }
        }
        return [
            until, Finding(name: "events_missing", isGood: true, value: "\(missing)"),
            seconds("rpo_seconds", oldest.seconds(until: begun)),
        ]
    }

    private static func seconds(_ name: String, _ seconds: Double) -> Finding {
        let tenths = Int((seconds * 10).rounded())
        return Finding(name: name, isGood: true, value: "\(tenths / 10).\(tenths % 10)")
    }
}
