import Zones

/// The parsed value of a field.
public enum FieldValue: Sendable, Hashable {
    case code(Code)
    /// Also of `.prose`.
    case text(String)
    case name(PersonName)
    case organizationName(OrganizationName)
    case day(Day)
    case instant(Instant)
    case money(Money)
    case rate(Rate)
    case integer(Int)
    case choice(String)
    case flag
    case path(String)
    case residentID(ResidentID)
    case creditCode(CreditCode)
    case phone(PhoneNumber)
    case zone(ZoneCode)
    case list([FieldValue])
}
