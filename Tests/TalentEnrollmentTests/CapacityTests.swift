import TalentEnrollment
import Testing

struct CapacityTests {
    @Test func `nought is a number and not the lack of one`() throws {
        #expect(try Capacity(seats: 0, unlimited: false) == .seats(0))
        #expect(try Capacity(seats: 0, unlimited: false).seats == 0)
        #expect(try Capacity(seats: nil, unlimited: true) == .unlimited)
        #expect(try Capacity(seats: nil, unlimited: true).seats == nil)
    }

    @Test func `a number together with unlimited is refused, and so is neither`() {
        #expect(throws: EnrollmentRejection.capacityUnclear) { try Capacity(seats: 3, unlimited: true) }
        #expect(throws: EnrollmentRejection.capacityUnclear) { try Capacity(seats: nil, unlimited: false) }
    }
}
