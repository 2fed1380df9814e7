import Zones

@testable import AdminCLI

extension Request {
    static func sample() throws -> Request { Request(at: try Instant(iso: "2024-09-03T19:00")) }
}
