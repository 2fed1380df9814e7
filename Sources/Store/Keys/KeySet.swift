import Crypto
import Postgres
import Zones

/// The content of a key file: the region's index key, and master keys of zones.
///
/// A region's file (a private cluster's) has a root key, of which every zone's first master key is derived; an office's
/// file has its own zone's keys only. A later key of a zone replaces the earlier ones, which stay to open what they
/// sealed.
public struct KeySet: Sendable {
    let index: SecretKey
    let root: SecretKey?
    private(set) var zones: [(zone: ZoneCode, key: SecretKey)] = []

    init(index: SecretKey, root: SecretKey?, zones: [(zone: ZoneCode, key: SecretKey)] = []) {
        self.index = index
        self.root = root
        self.zones = zones
    }

    /// New keys for a region.
    public static func make() -> KeySet {
        KeySet(index: SecretKey(), root: SecretKey())
    }

    /// The id of the key of all blind indexes, which a database remembers.
    public var indexID: KeyID { index.id }

    /// All keys of a zone, the current one last.
    func keys(of zone: ZoneCode) -> [SecretKey] {
        let derived = root.map { [$0.derived(for: zone)] } ?? []
        return derived + zones.filter { $0.zone == zone }.map(\.key)
    }

    /// The ids of a zone's keys, the current one last.
    public func keyIDs(of zone: ZoneCode) -> [KeyID] { keys(of: zone).map(\.id) }

    /// These keys and a new master key of the zone.
    func adding(keyFor zone: ZoneCode) -> KeySet {
        KeySet(index: index, root: root, zones: zones + [(zone, SecretKey())])
    }

    /// What one zone's office needs: the index key and the zone's master keys, nothing of other zones.
    public func only(_ zone: ZoneCode) -> KeySet {
        KeySet(index: index, root: nil, zones: keys(of: zone).map { (zone, $0) })
    }
}

extension KeySet {
    private static let title = "zonebridge-keys 1"

    /// The file's text: a line a key, closed by the digest of everything before.
    var text: String {
        var lines = [Self.title, Self.line("index", index)]
        if let root { lines.append(Self.line("root", root)) }
        lines += zones.map { Self.line("zone \($0.zone.text)", $0.key) }
        let body = lines.map { $0 + "\n" }.joined()
        return body + "end \(SHA256.digest(of: body).hexadecimal)\n"
    }

    private static func line(_ kind: String, _ key: SecretKey) -> String {
        "\(kind) \(key.id) \(Bytes(key.octets).hexadecimal)"
    }

    /// Nil for a text that was cut off or changed.
    init?(text: String) {
        guard text.hasSuffix("\n"), let end = text.dropLast().lastIndex(of: "\n") else { return nil }
        let body = text[...end]
        guard text[text.index(after: end)...] == "end \(SHA256.digest(of: String(body)).hexadecimal)\n" else {
            return nil
        }
        let lines = body.split(separator: "\n")
        guard lines.first.map(String.init) == Self.title else { return nil }
        var index: SecretKey?
        var root: SecretKey?
        var zones: [(zone: ZoneCode, key: SecretKey)] = []
        for line in lines.dropFirst() {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 3, let digits = words.last, let octets = Bytes(hexadecimal: digits),
                let key = SecretKey(octets: octets.octets), "\(key.id)" == words[words.count - 2]
            else { return nil }
            switch (words[0], words.count) {
            case ("index", 3): index = key
            case ("root", 3): root = key
            case ("zone", 4):
                guard let zone = try? ZoneCode(words[1]) else { return nil }
                zones.append((zone, key))
            default: return nil
            }
        }
        guard let index else { return nil }
        self.init(index: index, root: root, zones: zones)
    }
}

extension Bytes {
    /// Nil for anything but pairs of hexadecimal digits.
    init?(hexadecimal text: String) {
        var octets: [UInt8] = []
        var pending: UInt8?
        for character in text {
            guard character.isASCII, let digit = character.hexDigitValue.map(UInt8.init) else { return nil }
            if let first = pending { octets.append(first << 4 | digit) }
            pending = pending == nil ? digit : nil
        }
        guard pending == nil else { return nil }
        self.init(octets)
    }
}
