import Zones

/// Why a value does not suit its field.
enum ValueFault: Error, Hashable {
    case code(field: String, String, CodeRefusal)
    case text(field: String, TextRefusal)
    case day(field: String, String, DayRefusal)
    /// A day that cannot lie after today.
    case dayAhead(field: String, String, today: Day)
    case instant(field: String, String, TimeRefusal)
    case money(field: String, String, DecimalRefusal)
    case rate(field: String, String, DecimalRefusal)
    case notInteger(field: String, String)
    case outOfRange(field: String, String, ClosedRange<Int>)
    case notAChoice(field: String, String, choices: [String], suggestions: [String])
    case residentID(field: String, ResidentIDRefusal)
    case creditCode(field: String, String, CreditCodeRefusal)
    case phone(field: String, PhoneRefusal)
    case path(field: String, String)
    /// Of a command that takes `noun:key`.
    case subject(field: String, String)
}
