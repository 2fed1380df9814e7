import Postgres
import Zones

/// What every write carries: the id under which it can be asked about and repeated, the digest of its content, and the
/// business time at which it happens.
///
/// The same id again with the same digest returns the first answer; with another digest it is refused
/// (`CoreRejection.requestReused`). Ids are scoped to the login.
public struct Request: Sendable, Hashable {
    public let id: UUID128
    /// SHA-256 of the canonical noun, verb, fields and zone.
    public let digest: Bytes
    /// Business time: the session's clock, not the server's.
    public let at: Instant

    public init(id: UUID128, digest: Bytes, at: Instant) {
        self.id = id
        self.digest = digest
        self.at = at
    }

    /// A request with content `canonical` under a random id.
    public init(_ canonical: String, at: Instant, using generator: inout some RandomNumberGenerator) {
        self.init(id: UUID128(random: &generator), digest: SHA256.digest(of: canonical), at: at)
    }

    /// A request with content `canonical` under the id that line `line` of run `run` always has.
    public init(_ canonical: String, at: Instant, run: RunID, line: Int) {
        self.init(id: run.requestID(line: line), digest: SHA256.digest(of: canonical), at: at)
    }

    /// The request of one of several verbs that one command performs.
    public func part(_ number: Int) -> Request {
        Request(id: RunID(digest: Bytes(id.octets)).requestID(line: number), digest: digest, at: at)
    }
}

extension Statement.StringInterpolation {
    /// The three leading parameters of every verb function: request id, digest, business time.
    public mutating func appendInterpolation(_ request: Request) {
        appendInterpolation(request.id)
        appendLiteral(", ")
        appendInterpolation(request.digest)
        appendLiteral(", ")
        appendInterpolation(request.at)
    }
}
