/// The code of a zone, such as `ETDZ`; a `Code` of its own type, so that it is never mistaken for another noun's.
public struct ZoneCode: Sendable, Hashable {
    /// The code.
    public let code: Code

    /// A zone's code.
    public init(_ code: Code) {
        self.code = code
    }

    /// A zone's code by its text; refuses what `Code` refuses.
    public init(_ text: String) throws(CodeRefusal) {
        code = try Code(text)
    }

    /// The code as written.
    public var text: String { code.text }
}

extension ZoneCode: Comparable {
    public static func < (a: ZoneCode, b: ZoneCode) -> Bool { a.code < b.code }
}

extension ZoneCode: CustomStringConvertible {
    /// The code as written.
    public var description: String { code.text }
}

/// A zone (开发区, 创新区) that keeps its own records: its code, its name, and the days on which it exists.
public struct Zone: Sendable, Hashable {
    /// The code that commands name it by.
    public let code: ZoneCode
    /// The full name, such as 南通经济技术开发区.
    public let name: OrganizationName
    /// The first day after the zone's last one, when it was closed.
    public let closedOn: Day?

    /// A zone; `closedOn` is nil while it is open.
    public init(code: ZoneCode, name: OrganizationName, closedOn: Day? = nil) {
        self.code = code
        self.name = name
        self.closedOn = closedOn
    }

    /// Whether the zone still acts on this day.
    public func isOpen(on day: Day) -> Bool {
        guard let closedOn else { return true }
        return day < closedOn
    }
}
