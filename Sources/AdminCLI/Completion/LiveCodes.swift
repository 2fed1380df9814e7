import Store

/// Codes for completion, from a server that is there and answers quickly; a line that is typed waits for nothing and
/// starts nothing.
enum LiveCodes {
    /// More would not be read.
    private static let limit = 200

    /// Through a connection of its own, under the options of the line.
    static func ask(_ table: String, _ beginning: String, _ options: Options) -> [String] {
        let database = DatabaseChoice(dsn: options.dsn, sample: options.sample)
        guard let session = try? database.openRunning(login: options.role, zone: options.zone) else { return [] }
        return codes(session, table, beginning)
    }

    /// Through a session that is open.
    static func ask(_ session: Session, _ table: String, _ beginning: String, _ options: Options) -> [String] {
        guard (try? session.act(for: options.zone)) != nil else { return [] }
        return codes(session, table, beginning)
    }

    private static func codes(_ session: Session, _ table: String, _ beginning: String) -> [String] {
        let found = try? CodeStore.codes(session, of: table, beginning: beginning, limit: limit)
        return found ?? []
    }
}
