/// What is wrong with a timetable, by kind, after the rules of ITC-2007 track 3, formulation UD2.
public struct TimetableCost: Sendable, Hashable {
    // Hard: none of these may remain.
    /// Lectures without a place.
    public var unplaced = 0
    /// Pairs of lectures of one course, teacher or curriculum in one period.
    public var conflicts = 0
    /// Lectures in a room and period that another lecture has already.
    public var roomOccupancy = 0
    /// Lectures in a period or room that their course, or the room, does not allow.
    public var unavailability = 0

    // Soft, in points.
    /// 1 for each student above the room's seats, for each lecture.
    public var roomCapacity = 0
    /// 5 for each day that a course is spread over too few.
    public var minimumDays = 0
    /// 2 for each lecture of a curriculum with no other of it next to it on that day.
    public var compactness = 0
    /// 1 for each room of a course beyond its first.
    public var roomStability = 0

    public init() {}

    public var hard: Int { unplaced + conflicts + roomOccupancy + unavailability }
    public var soft: Int { roomCapacity + minimumDays + compactness + roomStability }
    public var isFeasible: Bool { hard == 0 }

    static let pointsPerMissingDay = 5
    static let pointsPerIsolatedLecture = 2
}

extension TimetablingProblem {
    /// Counts everything anew, straight from the rules: the oracle for what the search counts as it goes.
    public func cost(of timetable: Timetable) -> TimetableCost {
        var cost = TimetableCost()
        var inRoom: [Timetable.Place: Int] = [:]
        var coursesAt = [[Int]](repeating: [], count: periods)
        for (position, course) in courses.enumerated() {
            let places = timetable.places[position].compactMap { $0 }
            cost.unplaced += course.lectures - places.count
            for place in places {
                inRoom[place, default: 0] += 1
                coursesAt[place.period].append(position)
                cost.roomCapacity += max(0, course.students - rooms[place.room].capacity)
                if course.unavailable.contains(place.period) || rooms[place.room].unavailable.contains(place.period)
                    || course.rooms?.contains(place.room) == false
                {
                    cost.unavailability += 1
                }
            }
            let days = Set(places.map { $0.period / periodsPerDay }).count
            cost.minimumDays += TimetableCost.pointsPerMissingDay * max(0, course.minimumDays - days)
            cost.roomStability += max(0, Set(places.map(\.room)).count - 1)
        }
        cost.roomOccupancy = inRoom.values.reduce(0) { $0 + $1 - 1 }
        cost.conflicts = conflicts(coursesAt)
        cost.compactness = TimetableCost.pointsPerIsolatedLecture * isolated(coursesAt)
        return cost
    }

    private func conflicts(_ coursesAt: [[Int]]) -> Int {
        let groups = curricula.map { Set($0.courses) }
        var count = 0
        for together in coursesAt {
            for (first, one) in together.enumerated() {
                for other in together.dropFirst(first + 1)
                where one == other || courses[one].teacher == courses[other].teacher
                    || groups.contains(where: { $0.contains(one) && $0.contains(other) })
                {
                    count += 1
                }
            }
        }
        return count
    }

    private func isolated(_ coursesAt: [[Int]]) -> Int {
        var count = 0
        for curriculum in curricula {
            let members = Set(curriculum.courses)
            let busy = coursesAt.map { $0.contains { members.contains($0) } }
            for period in busy.indices where busy[period] {
                let slot = period % periodsPerDay
                let before = slot > 0 && busy[period - 1]
                let after = slot < periodsPerDay - 1 && busy[period + 1]
                if !before && !after { count += 1 }
            }
        }
        return count
    }
}
