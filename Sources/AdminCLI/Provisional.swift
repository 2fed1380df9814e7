import Zones
public final class Session {}
public struct Request: Sendable { public let at: Instant }
public struct PostgresError: Error {}
public struct Statement: Sendable {}
public struct Verb<Answer: Sendable>: Sendable {
    public let statement: @Sendable (Request) -> Statement
    public let decode: @Sendable ([String?]) throws -> Answer
    public func explain(_ error: PostgresError) -> any Error { error }
}
public enum BusinessClock {
    case machine
    case fixed(Instant)
    public var today: Day { if case .fixed(let i) = self { i.day } else { try! Day(iso: "2026-11-23") } }
}
