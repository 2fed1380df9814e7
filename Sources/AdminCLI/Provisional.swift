// Stand-ins until the modules Zones and Store arrive by merge; this file is deleted then.
public struct Day: Sendable, Hashable { public init(iso: String) throws {} }
public struct Instant: Sendable, Hashable {
    public init(iso: String) throws {}
    public var day: Day { get throws { try Day(iso: "") } }
}
public struct Money: Sendable, Hashable { public init(yuan: String) throws {} }
public struct Rate: Sendable, Hashable { public init(percent: String) throws {} }
public struct Code: Sendable, Hashable { public init(_ text: String) throws {} }
public struct ZoneCode: Sendable, Hashable { public init(_ text: String) throws {} }
public struct ResidentID: Sendable, Hashable { public init(_ text: String) throws {} }
public struct CreditCode: Sendable, Hashable { public init(_ text: String) throws {} }
public struct PersonName: Sendable, Hashable { public init(_ text: String) throws {} }
public struct OrganizationName: Sendable, Hashable { public init(_ text: String) throws {} }
public struct PhoneNumber: Sendable, Hashable { public init(_ text: String) throws {} }
public final class Session {}
public struct Request: Sendable { public let at: Instant }
public struct Verb<Answer> {
    func map<B>(_ f: @escaping @Sendable (Answer) throws -> B) -> Verb<B> { Verb<B>() }
}
