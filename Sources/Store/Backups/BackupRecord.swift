import Postgres
import Zones

/// What a backup says of itself, in a file beside it whose last line is the digest of all before.
public struct BackupRecord: Sendable, Hashable {
    /// A key that the data need: of all blind indexes (no zone), or the master key of a zone.
    public struct Key: Sendable, Hashable {
        public let zone: ZoneCode?
        public let id: KeyID
    }

    /// The name of its folder: when it began, in UTC.
    public let id: String
    /// The identifier of the server's data, the same in all its backups.
    public let server: String
    public let serverVersion: String
    /// The last migration of the database.
    public let schema: Int
    public let begun: Instant
    public let ended: Instant
    /// The first segment of the log that a restore needs.
    public let firstSegment: String
    /// The digests of the server's settings, by name of the file.
    public let settings: [String: Bytes]
    public let keys: [Key]

    private static let title = "zonebridge-backup 1"

    var text: String {
        var lines = [
            Self.title, "id \(id)", "server \(server)", "version \(serverVersion)", "schema \(schema)",
            "begun \(begun)", "ended \(ended)", "segment \(firstSegment)",
        ]
        lines += settings.sorted { $0.key < $1.key }.map { "file \($0.key) \($0.value.hexadecimal)" }
        lines += keys.map { "key \($0.zone?.text ?? "-") \($0.id)" }
        let body = lines.joined(separator: "\n") + "\n"
        return body + "end \(SHA256.digest(of: body).hexadecimal)\n"
    }

    init(
        id: String,
        server: String,
        serverVersion: String,
        schema: Int,
        begun: Instant,
        ended: Instant,
        firstSegment: String,
        settings: [String: Bytes],
        keys: [Key]
    ) {
        self.id = id
        self.server = server
        self.serverVersion = serverVersion
        self.schema = schema
        self.begun = begun
        self.ended = ended
        self.firstSegment = firstSegment
        self.settings = settings
        self.keys = keys
    }

    /// Nil for a text that was cut or changed.
    init?(text: String) {
        guard text.hasSuffix("\n"), let end = text.dropLast().lastIndex(of: "\n"),
            text[text.index(after: end)...] == "end \(SHA256.digest(of: String(text[...end])).hexadecimal)\n"
        else { return nil }
        var values: [Substring: String] = [:]
        var (settings, keys): ([String: Bytes], [Key]) = ([:], [])
        let lines = text[..<end].split(separator: "\n")
        guard lines.first.map(String.init) == Self.title else { return nil }
        for line in lines.dropFirst() {
            let words = line.split(separator: " ", maxSplits: 2)
            switch (words.first, words.count) {
            case ("file", 3):
                guard let digest = Bytes(hexadecimal: String(words[2])) else { return nil }
                settings[String(words[1])] = digest
            case ("key", 3):
                guard let id = Bytes(hexadecimal: String(words[2])) else { return nil }
                keys.append(Key(zone: words[1] == "-" ? nil : try? ZoneCode(String(words[1])), id: KeyID(id)))
            case (let name?, 2): values[name] = String(words[1])
            default: return nil
            }
        }
        guard let id = values["id"], let server = values["server"], let version = values["version"],
            let schema = values["schema"].flatMap({ Int($0) }), let segment = values["segment"],
            let begun = values["begun"].flatMap({ try? Instant(iso: $0) }),
            let ended = values["ended"].flatMap({ try? Instant(iso: $0) })
        else { return nil }
        self.init(
            id: id,
            server: server,
            serverVersion: version,
            schema: schema,
            begun: begun,
            ended: ended,
            firstSegment: segment,
            settings: settings,
            keys: keys
        )
    }
}
