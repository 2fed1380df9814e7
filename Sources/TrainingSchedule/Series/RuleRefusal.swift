/// Why a recurrence rule cannot be planned.
public enum RuleRefusal: Error, Sendable, Hashable {
    /// Not `NAME=VALUE` parts joined by `;`, or a name twice.
    case form(String)
    /// A part that RFC 5545 has and we do not, or that nobody has.
    case part(String)
    /// A value that the part does not take.
    case value(part: String, String)
    /// FREQ is missing.
    case noFrequency
    /// UNTIL and COUNT exclude each other (RFC 5545, 3.3.10).
    case countAndUntil
    /// Neither UNTIL nor COUNT: a series without end is none that rooms can be booked for.
    case endless
    /// The first session is not on a day of the rule; what that means RFC 5545 leaves open.
    case startOutsideRule
    /// No date at all.
    case nothing
    /// More dates than a series may have.
    case tooMany(limit: Int)
}
