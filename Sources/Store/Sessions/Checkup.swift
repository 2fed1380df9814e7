import Postgres
import Zones

/// Whether a database and the data that everything rests on are healthy.
public enum Checkup {
    public enum Check: String, Sendable, Hashable, CaseIterable {
        case serverVersion = "server_version"
        case binaries
        case fsync
        case synchronousCommit = "synchronous_commit"
        case checksums
        case timeZone = "time_zone"
        case encoding
        case schema
        case zones
        case calendar
        case rates
    }

    public struct Finding: Sendable, Hashable {
        public let check: Check
        public let isHealthy: Bool
        public let value: String
    }

    /// Days before public data ends from which it is reported.
    private static let notice = 60

    /// All findings on what a session can see, in a fixed order.
    public static func run(_ session: Session) throws -> [Finding] {
        let connection = session.connection
        func setting(_ name: String) throws -> String {
            try connection.value("select current_setting(\(name))", as: String.self) ?? ""
        }
        let version = connection.serverVersion
        let fsync = try setting("fsync")
        let commit = try setting("synchronous_commit")
        let checksums = try setting("data_checksums")
        let timeZone = try setting("TimeZone")
        let encoding = try setting("server_encoding")
        let schema = try SchemaVersion.inDatabase(connection) ?? 0
        let zones = try ZoneStore.list(session).count
        return [
            Finding(check: .serverVersion, isHealthy: version >= 150_000, value: "\(version)"),
            Finding(check: .fsync, isHealthy: fsync == "on", value: fsync),
            Finding(check: .synchronousCommit, isHealthy: commit != "off", value: commit),
            Finding(check: .checksums, isHealthy: checksums == "on", value: checksums),
            Finding(check: .timeZone, isHealthy: timeZone == "Asia/Shanghai", value: timeZone),
            Finding(check: .encoding, isHealthy: encoding == "UTF8", value: encoding),
            Finding(check: .schema, isHealthy: schema == SchemaVersion.program, value: "\(schema)"),
            Finding(check: .zones, isHealthy: zones > 0, value: "\(zones)"),
            try ends(.calendar, CalendarStore.calendar(session).loadedUntil, session.today),
            try ends(.rates, LoanPrimeRates(fixings: RateStore.fixings(session)).loadedUntil, session.today),
        ]
    }

    private static func ends(_ check: Check, _ last: Day?, _ today: Day) -> Finding {
        guard let last else { return Finding(check: check, isHealthy: false, value: "") }
        let margin = check == .rates ? 0 : notice
        return Finding(check: check, isHealthy: today.days(until: last) >= margin, value: "\(last)")
    }
}

extension PrivateCluster {
    /// Whether the server that runs is of the version that is installed: after an upgrade of the package a running server
    /// cannot load its new libraries.
    public func checkup() -> Checkup.Finding {
        let installed = runAsServer(["postgres", "--version"]).output.split(separator: " ").dropFirst(2).first ?? ""
        let parameters = parameters(database: .ownDatabase, user: OSUser.name)
        let running =
            (try? Connection(parameters))?.reportedSetting("server_version")?.split(separator: " ").first ?? ""
        let version = installed.prefix { $0 != "\n" }
        return Checkup.Finding(
            check: .binaries,
            isHealthy: running.isEmpty || version == running,
            value: "\(version) / \(running)"
        )
    }
}
