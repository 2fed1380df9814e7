import Testing
import Timetabling

/// Costs counted by hand. Rooms: 0 is Big (50 seats), 1 is Small (35). Period = day × 4 + slot.
struct TimetableCostTests {
    /// Policy and Loans in turn, Pitch, Law: without any hard violation.
    static let places: [[Timetable.Place?]] = [
        [.init(period: 0, room: 0), .init(period: 2, room: 0), .init(period: 4, room: 0)],
        [.init(period: 1, room: 1), .init(period: 5, room: 1), .init(period: 8, room: 1)],
        [.init(period: 3, room: 0), .init(period: 10, room: 0)],
        [.init(period: 9, room: 1)],
    ]

    private func cost(_ change: (inout [[Timetable.Place?]]) -> Void = { _ in }) throws -> TimetableCost {
        var places = Self.places
        change(&places)
        return try Instances.problem().cost(of: Timetable(places: places))
    }

    @Test func `a feasible timetable costs what a person counts`() throws {
        let cost = try cost()
        #expect(cost.isFeasible)
        // Pitch has 55 students and is twice in the room of 50.
        #expect(cost.roomCapacity == 10)
        #expect(cost.minimumDays == 0)
        #expect(cost.roomStability == 0)
        // Founders, third day: Loans at 8 and Pitch at 10 stand alone. Staff: Loans at 1 and at 5 do.
        #expect(cost.compactness == 8)
        #expect(cost.soft == 18)
    }

    @Test func `a lecture in a second room costs a point, and one for each student without a seat`() throws {
        let cost = try cost { $0[0][1] = .init(period: 2, room: 1) }
        #expect(cost.roomStability == 1)
        #expect(cost.roomCapacity == 10 + 5)
    }

    @Test func `a course on fewer days than wanted costs five points a day`() throws {
        let cost = try cost { $0[1][2] = .init(period: 6, room: 1) }
        #expect(cost.minimumDays == 5)
    }

    @Test func `lectures of one teacher, one curriculum or one course at once are conflicts`() throws {
        // Law and Policy have one teacher; Law and Loans one curriculum.
        #expect(try cost { $0[3][0] = .init(period: 0, room: 1) }.conflicts == 1)
        #expect(try cost { $0[3][0] = .init(period: 5, room: 0) }.conflicts == 1)
        #expect(try cost { $0[0][1] = .init(period: 0, room: 1) }.conflicts == 1)
        #expect(try cost { $0[3][0] = .init(period: 3, room: 1) }.conflicts == 0)
    }

    @Test func `a room with two lectures, a closed period and a missing place are hard violations`() throws {
        #expect(try cost { $0[3][0] = .init(period: 3, room: 0) }.roomOccupancy == 1)
        #expect(try cost { $0[0][1] = .init(period: 9, room: 0) }.unavailability == 1)
        let missing = try cost { $0[2][1] = nil }
        #expect(missing.unplaced == 1)
        #expect(!missing.isFeasible)
    }

    @Test(.enabled(if: Instances.areThere, "the competition's files are not beside the project"))
    func `the competition's own example costs what a person counts`() throws {
        // Days × 4: SceCosC in A; ArcTec and TecCos in B; Geotec in A, once in B.
        let timetable = Timetable(places: [
            [.init(period: 3, room: 0), .init(period: 7, room: 0), .init(period: 11, room: 0)],
            [.init(period: 2, room: 1), .init(period: 5, room: 1), .init(period: 6, room: 1)],
            [
                .init(period: 0, room: 1), .init(period: 1, room: 1), .init(period: 4, room: 1),
                .init(period: 10, room: 1), .init(period: 12, room: 1),
            ],
            [
                .init(period: 2, room: 0), .init(period: 5, room: 0), .init(period: 6, room: 0),
                .init(period: 8, room: 0), .init(period: 16, room: 1),
            ],
        ])
        let cost = try Instances.competition("toy").cost(of: timetable)
        #expect(cost.isFeasible)
        #expect(cost.roomCapacity == 0)
        #expect(cost.roomStability == 1)
        #expect(cost.minimumDays == 0)
        // Cur1: TecCos alone on the fourth day. Cur2: two on the third day, one each on the fourth and fifth.
        #expect(cost.compactness == 10)
    }
}
