import Zones

// Lists, and choices as the enum that they stand for.
extension Invocation {
    /// The values of a list field in the order given; empty if left out.
    public func list<Value>(_ name: String, _ element: (FieldValue) -> Value?) throws -> [Value] {
        switch try value(name) {
        case .list(let values):
            try values.map {
                guard let value = element($0) else { throw misdeclared(name) }
                return value
            }
        case nil: []
        default: throw misdeclared(name)
        }
    }

    /// The codes of a `.list(.code)`.
    public func codes(_ name: String) throws -> [Code] {
        try list(name) { if case .code(let code) = $0 { code } else { nil } }
    }

    /// The days of a `.list(.day)`.
    public func days(_ name: String) throws -> [Day] {
        try list(name) { if case .day(let day) = $0 { day } else { nil } }
    }

    /// The texts of a `.list(.text)`.
    public func texts(_ name: String) throws -> [String] {
        try list(name) { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The zones of a `.list(.zone)`.
    public func zones(_ name: String) throws -> [ZoneCode] {
        try list(name) { if case .zone(let zone) = $0 { zone } else { nil } }
    }

    /// The chosen case of a field declared with `.choice(of:)`.
    public func choice<C: RawRepresentable>(_ name: String, as type: C.Type) throws -> C where C.RawValue == String {
        guard let chosen = try optionalChoice(name, as: type) else { throw misdeclared(name) }
        return chosen
    }

    /// The chosen case of a field declared with `.choice(of:)`, nil if left out.
    public func optionalChoice<C: RawRepresentable>(_ name: String, as type: C.Type) throws -> C?
    where C.RawValue == String {
        guard let word = try optionalChoice(name) else { return nil }
        guard let chosen = C(rawValue: word) else { throw misdeclared(name) }
        return chosen
    }
}
