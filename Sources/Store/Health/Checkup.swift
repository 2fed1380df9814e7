import Postgres
import Zones

/// Whether a database and the data that everything rests on are healthy.
public enum Checkup {
    public enum Check: String, Sendable, Hashable, CaseIterable {
        case serverVersion = "server_version"
        case fsync
        case synchronousCommit = "synchronous_commit"
        case fullPageWrites = "full_page_writes"
        case checksums
        case timeZone = "time_zone"
        case encoding
        case schema
        case zones
        case calendar
        case rates
        case binaries
        case functions
        case clock
        case keys
        case seal
        case backup
        case drill
        case archive
        case standby
        case disk
        case connections
        case sequences
    }

    public struct Finding: Sendable, Hashable {
        public let check: Check
        public let isHealthy: Bool
        /// What was found; for a question that the server could not answer its SQLSTATE.
        public let value: String

        init(_ check: Check, _ isHealthy: Bool, _ value: String) {
            self.check = check
            self.isHealthy = isHealthy
            self.value = value
        }
    }

    /// Days before public data ends from which it is reported.
    private static let notice = 60

    /// All findings, in a fixed order; what does not concern this server or this login is left out.
    ///
    /// - Parameters:
    ///   - cluster: the private cluster that is asked, nil for an office's server
    ///   - backups: the folder of its backups, where that is known
    public static func run(_ session: Session, cluster: PrivateCluster?, backups: String?) -> [Finding] {
        settings(session) + data(session) + ServerCheckup(session, cluster, backups).findings
    }

    private static func settings(_ session: Session) -> [Finding] {
        func setting(_ check: Check, _ name: String, _ isHealthy: (String) -> Bool) -> Finding {
            finding(check) {
                let value =
                    try session.connection.value("select current_setting(\(name))", as: String.self) ?? ""
                return (isHealthy(value), value)
            }
        }
        let version = session.connection.serverVersion
        return [
            Finding(.serverVersion, version >= 150_000, "\(version)"),
            setting(.fsync, "fsync") { $0 == "on" },
            setting(.synchronousCommit, "synchronous_commit") { $0 != "off" },
            setting(.fullPageWrites, "full_page_writes") { $0 == "on" },
            setting(.checksums, "data_checksums") { $0 == "on" },
            setting(.timeZone, "TimeZone") { $0 == "Asia/Shanghai" },
            setting(.encoding, "server_encoding") { $0 == "UTF8" },
        ]
    }

    private static func data(_ session: Session) -> [Finding] {
        [
            finding(.schema) {
                let schema = try SchemaVersion.inDatabase(session.connection) ?? 0
                return (schema == SchemaVersion.program, "\(schema)")
            },
            finding(.zones) {
                let zones = try ZoneStore.list(session).count
                return (zones > 0, "\(zones)")
            },
            finding(.calendar) {
                let last = try CalendarStore.calendar(session).loadedUntil
                return (last.map { session.today.days(until: $0) >= notice } ?? false, last.map { "\($0)" } ?? "")
            },
            finding(.rates) {
                let last = try LoanPrimeRates(fixings: RateStore.fixings(session)).loadedUntil
                return (last.map { session.today.days(until: $0) >= 0 } ?? false, last.map { "\($0)" } ?? "")
            },
        ]
    }

    /// A question that a sick server may refuse: the refusal is the finding, and the other questions are asked.
    static func finding(_ check: Check, _ ask: () throws -> (Bool, String)) -> Finding {
        do {
            let (isHealthy, value) = try ask()
            return Finding(check, isHealthy, value)
        } catch let error as PostgresError {
            return Finding(check, false, error.sqlState?.rawValue ?? "\(error.kind)")
        } catch {
            return Finding(check, false, "\(type(of: error))")
        }
    }
}
