import Zones

/// One fact's value. A missing value is `unknown`, never a default.
public enum FactValue: Sendable, Hashable {
    case unknown
    /// Days since 2000-01-01, an integer in the fact's unit, fen, parts per million, or 0 and 1.
    case number(Int64)
    case code(String)
    /// All rows of the list, each with its cells in the order of the list's columns.
    case rows([[FactValue]])

    public static func day(_ day: Day) -> FactValue { .number(Int64(day.daysSinceEpoch2000)) }
    public static func money(_ money: Money) -> FactValue { .number(money.fen) }
    public static func boolean(_ value: Bool) -> FactValue { .number(value ? 1 : 0) }

    public var isUnknown: Bool { self == .unknown }
}

extension FactValue {
    /// The value of a written text; `?` is unknown.
    ///
    /// - Throws: `FactRefusal`
    public init(_ text: String, as type: FactType) throws(FactRefusal) {
        guard text != "?" else { self = .unknown; return }
        switch type {
        case .day:
            guard let day = try? Day(iso: text) else { throw .notA(type, text) }
            self = .day(day)
        case .integer:
            guard let value = Self.integer(text) else { throw .notA(type, text) }
            self = .number(value)
        case .money:
            guard let money = try? Money(yuan: text) else { throw .notA(type, text) }
            self = .number(money.fen)
        case .rate:
            guard let rate = try? Rate(percent: text) else { throw .notA(type, text) }
            self = .number(rate.partsPerMillion)
        case .boolean:
            guard text == "yes" || text == "no" else { throw .notA(type, text) }
            self = .boolean(text == "yes")
        case .code:
            guard let code = try? Code(text) else { throw .notA(type, text) }
            self = .code(code.text)
        case .rows:
            throw .notA(type, text)
        }
    }

    private static func integer(_ text: String) -> Int64? {
        guard !text.isEmpty, text.utf8.count <= 15, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(text)
    }

    /// The value as it is written; nil for unknown and for rows.
    public func text(as type: FactType) -> String? {
        switch (self, type) {
        case (.code(let text), _): text
        case (.number(let value), .day):
            Int32(exactly: value).flatMap { try? Day(daysSinceEpoch2000: $0) }.map(\.description)
        case (.number(let value), .money): Money(fen: value).description
        case (.number(let value), .rate): Rate(partsPerMillion: value).description
        case (.number(let value), .boolean): value == 0 ? "no" : "yes"
        case (.number(let value), _): String(value)
        default: nil
        }
    }
}

/// Why a text is no value of a fact.
public enum FactRefusal: Error, Sendable, Hashable {
    /// It is not written as such a value is.
    case notA(FactType, String)
    /// The catalogue has no such fact or column.
    case unknownFact(String)
    /// A list of facts is not `name=value; …`, rows not `{column=value, …}`.
    case form(String)
}
