import Zones

/// Personal data cannot be sealed or opened, because of the keys: a matter of configuration.
public enum KeyFault: Error, Sendable, Hashable {
    /// `KEY01`: there is no key file.
    case missing(path: String)
    /// `KEY02`: the key file was cut off or changed.
    case damaged(path: String)
    /// `KEY03`: others may read the key file, or change it.
    case exposed(path: String, mode: Int)
    /// `KEY04`: the key file belongs to another database.
    case ofAnotherDatabase(path: String, file: KeyID, database: KeyID)
    /// `KEY05`: the key file has not the key that the zone uses now.
    case zoneKeyMissing(path: String, zone: ZoneCode, key: KeyID?)
    /// `KEY06`: the operating system refuses to read or write the key file.
    case unusable(path: String, reason: String)
    /// `KEY07`: a value does not open: it was changed, moved to another row, or sealed under another key.
    case doesNotOpen
    /// `KEY08`: a value's own key is not there: a dump was restored without its person keys.
    case personKeyMissing
    /// `KEY09`: what writes key files cannot be rehearsed.
    case noRehearsal
}
