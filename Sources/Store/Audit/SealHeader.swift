/// The first line of a seal: what it covers, and when it was taken.
struct SealHeader: Sendable, Hashable {
    static let mark = "zonebridge-seal-1"

    /// The server's own number, the database's name.
    let server: String
    let database: String
    /// The zone whose auditor sealed; `*` for the region's.
    let scope: String
    let snapshot: SealSnapshot

    var line: String {
        "\(Self.mark)\t\(server)\t\(database)\t\(scope)\t\(snapshot.oldest)\t\(snapshot.next)\n"
    }

    init(server: String, database: String, scope: String, snapshot: SealSnapshot) {
        self.server = server
        self.database = database
        self.scope = scope
        self.snapshot = snapshot
    }

    init?(_ line: Substring) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == Self.mark, let oldest = Int64(parts[4]), let next = Int64(parts[5]) else {
            return nil
        }
        self.init(
            server: String(parts[1]),
            database: String(parts[2]),
            scope: String(parts[3]),
            snapshot: SealSnapshot(oldest: oldest, next: next)
        )
    }
}
