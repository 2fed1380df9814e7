import Store
import Zones

@testable import AdminCLI

extension Request {
    /// A request at the evening class's beginning.
    static func sample() throws -> Request {
        var generator = SystemRandomNumberGenerator()
        return Request("sample", at: try Instant(iso: "2024-09-03T19:00"), using: &generator)
    }
}
