import Postgres
import Zones

/// A person's numbers as they travel and rest: sealed, and the id number's blind index.
struct PersonSecrets: Sendable {
    /// The id of the key of `index`.
    let indexKey: Bytes
    let key: DataKey
    let index: Bytes?
    let idNumber: Bytes?
    let phone: Bytes?

    /// Nil for details without numbers, which need no keys.
    init?(_ details: PersonDetails, _ keys: () throws -> Keyring) throws {
        guard details.hasSecrets else { return nil }
        let keys = try keys()
        let key = try keys.makeDataKey()
        self.key = key
        indexKey = keys.indexID.bytes
        index = details.idNumber.map { Self.index($0, keys) }
        idNumber = try details.idNumber.map { try key.seal($0.number, in: "core.person_secret.id_number") }
        phone = try details.phone.map { try key.seal($0.number, in: "core.person_secret.phone") }
    }

    /// By what an id number is found.
    static func index(_ number: ResidentID, _ keys: Keyring) -> Bytes {
        keys.blindIndex(number.number, of: "resident_id")
    }
}

extension PersonDetails {
    var hasSecrets: Bool { idNumber != nil || phone != nil }
}
