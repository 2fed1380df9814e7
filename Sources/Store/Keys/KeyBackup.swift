import Postgres
import Zones

/// Copies of keys, apart from the data: the key file (or one office's part of it), and the wrapped data keys.
///
/// Neither opens anything without the other, and neither belongs where the dumps are.
public enum KeyBackup {
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// The whole key file.
        case file
        /// The active zone's keys only, as an office's server has them.
        case zone
        /// The active zone's wrapped data keys.
        case people
    }

    private static let title = "zonebridge-person-keys 1"

    /// Writes one part to a new file (0400). Answers the number of keys in it.
    public static func export(_ part: Part, to path: String, _ session: Session, as request: Request) throws -> Int {
        let (_, keys, state) = try KeyStore.file(session)
        let copy = KeyFile(path)
        let (text, count): (String, Int)
        switch part {
        case .file: (text, count) = (keys.text, keys.count)
        case .zone: (text, count) = (keys.only(state.zone).text, keys.only(state.zone).count)
        case .people: (text, count) = try people(session, state.zone)
        }
        try copy.write(text: text, replacing: false)
        try session.perform(KeyStore.noteExport(part: part.rawValue, file: SHA256.digest(of: text)), as: request)
        return count
    }

    /// Brings back wrapped data keys from a file that `export` wrote. Answers how many were missing, and how many it has.
    ///
    /// - Throws: `KeyFault.damaged`, `.ofAnotherDatabase`, `.exposed`
    public static func restore(from path: String, _ session: Session, as request: Request) throws -> (
        restored: Int, given: Int
    ) {
        let (_, _, state) = try KeyStore.file(session)
        let lines = try closedLines(KeyFile(path).text(), path)
        guard lines.first.map(String.init) == title,
            lines.dropFirst().first.map(String.init) == "zone \(state.zone.text)"
        else { throw KeyFault.damaged(path: path) }
        var keys: [(ref: UUID128, person: Code?, wrapped: Bytes)] = []
        for line in lines.dropFirst(2) {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3, let ref = UUID128(words[0]), let wrapped = Bytes(hexadecimal: words[2]),
                let person = words[1] == "-" ? .some(nil) : (try? Code(words[1])).map(Optional.some)
            else { throw KeyFault.damaged(path: path) }
            keys.append((ref, person, wrapped))
        }
        return (try session.perform(KeyStore.restore(keys), as: request), keys.count)
    }

    private static func people(_ session: Session, _ zone: ZoneCode) throws -> (String, Int) {
        var body = "\(title)\nzone \(zone.text)\n"
        var count = 0
        var after: UUID128?
        while true {
            let rows = try KeyStore.wrapped(session, after: after, number: 5_000, ofReplaced: false)
            guard let last = rows.last else { break }
            after = last.ref
            count += rows.count
            for row in rows { body += "\(row.ref) \(row.person?.text ?? "-") \(row.wrapped.hexadecimal)\n" }
        }
        return (body + "end \(SHA256.digest(of: body).hexadecimal)\n", count)
    }

    /// The lines of a text that ends with the digest of what comes before.
    private static func closedLines(_ text: String, _ path: String) throws(KeyFault) -> [Substring] {
        guard text.hasSuffix("\n"), let end = text.dropLast().lastIndex(of: "\n"),
            text[text.index(after: end)...] == "end \(SHA256.digest(of: String(text[...end])).hexadecimal)\n"
        else { throw .damaged(path: path) }
        return text[..<end].split(separator: "\n")
    }
}

extension KeySet {
    /// How many keys it has.
    var count: Int { 1 + (root == nil ? 0 : 1) + zones.count }
}
