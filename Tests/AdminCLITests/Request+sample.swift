import Postgres
import Store
import Zones

@testable import AdminCLI

extension Request {
    static func sample() throws -> Request {
        Request(id: UUID128(octets: [1]), digest: Bytes([]), at: try Instant(iso: "2024-09-03T19:00"))
    }
}
