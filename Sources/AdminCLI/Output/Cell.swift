import Zones

/// One typed value of an output row. How it is written is the output form's business.
public enum Cell: Sendable, Hashable {
    case null
    case text(String)
    case code(String)
    case integer(Int64)
    case money(Money)
    case rate(Rate)
    case day(Day)
    case instant(Instant)
    case flag(Bool)
    /// A nested value: embedded in JSON output, its JSON text elsewhere.
    case json(JSON)
    /// A sentence for people, in whatever form: written in their language.
    case told(Text)

    /// A cell for a text that may be missing.
    public static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
    /// A cell for a sentence that may be missing.
    static func optional(_ sentence: Text?) -> Cell { sentence.map(Cell.told) ?? .null }
    /// A cell for a day that may be missing.
    public static func optional(_ day: Day?) -> Cell { day.map(Cell.day) ?? .null }
    /// A cell for an instant that may be missing.
    public static func optional(_ instant: Instant?) -> Cell { instant.map(Cell.instant) ?? .null }
    /// A cell for an amount that may be missing.
    public static func optional(_ money: Money?) -> Cell { money.map(Cell.money) ?? .null }
    /// A cell for a count that may be missing.
    public static func optional(_ integer: Int?) -> Cell { integer.map { .integer(Int64($0)) } ?? .null }
    /// A cell for a count.
    public static func integer(_ value: Int) -> Cell { .integer(Int64(value)) }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(nilLiteral: ()) { self = .null }
}
