/// A lecture without a place, and what stands against each period that its course could have.
public struct UnplacedLecture: Sendable, Hashable {
    public let course: String
    /// Lectures of the course that have no place.
    public let lectures: Int
    /// Periods in which the course cannot be held at all.
    public let unavailablePeriods: Int
    /// Periods that a lecture of this other course, of the same teacher or trainees, has.
    public let takenBy: [String: Int]
    /// Periods in which no suitable room is free.
    public let periodsWithoutRoom: Int
    /// Why no search can ever place all of them; nil when another order might.
    public let impossible: Impossibility?

    /// A count that cannot come out, whatever the order.
    public enum Impossibility: Sendable, Hashable {
        /// The course has more lectures than periods.
        case morePeriodsNeeded(lectures: Int, periods: Int)
        /// No room suits the course.
        case noSuitableRoom
        /// The teacher has more lectures than there are periods.
        case teacherOverbooked(teacher: String, lectures: Int, periods: Int)
        /// A curriculum has more lectures than there are periods.
        case curriculumOverbooked(curriculum: String, lectures: Int, periods: Int)
        /// There are more lectures than rooms have free periods.
        case roomsOverbooked(lectures: Int, places: Int)
    }
}

extension TimetablingProblem {
    /// What a timetable is worth that was changed after a search of so many moves found it.
    public func outcome(_ timetable: Timetable, moves: Int) -> TimetableSearch.Outcome {
        TimetableSearch.Outcome(
            timetable: timetable,
            cost: cost(of: timetable),
            moves: moves,
            unplaced: unplaced(in: timetable)
        )
    }

    /// The lectures without a place, one entry a course, with the reasons.
    func unplaced(in timetable: Timetable) -> [UnplacedLecture] {
        var at = [[Int: Int]](repeating: [:], count: periods)
        for (course, places) in timetable.places.enumerated() {
            for case let place? in places { at[place.period][place.room] = course }
        }
        let groups = curricula.map { Set($0.courses) }
        return courses.indices.compactMap { position in
            let missing = timetable.places[position].count { $0 == nil }
            return missing == 0 ? nil : explain(position, missing, at, groups)
        }
    }

    private func explain(_ position: Int, _ missing: Int, _ at: [[Int: Int]], _ groups: [Set<Int>]) -> UnplacedLecture {
        let course = courses[position]
        var takenBy: [String: Int] = [:]
        var roomless = 0
        for period in 0..<periods where !course.unavailable.contains(period) {
            let rival = at[period].values.sorted().first { other in
                other == position || courses[other].teacher == course.teacher
                    || groups.contains { $0.contains(position) && $0.contains(other) }
            }
            if let rival {
                takenBy[courses[rival].id, default: 0] += 1
            } else if !rooms.indices.contains(where: { isFree($0, period, course, at) }) {
                roomless += 1
            }
        }
        return UnplacedLecture(
            course: course.id,
            lectures: missing,
            unavailablePeriods: course.unavailable.count,
            takenBy: takenBy,
            periodsWithoutRoom: roomless,
            impossible: impossibility(position)
        )
    }

    private func isFree(_ room: Int, _ period: Int, _ course: Course, _ at: [[Int: Int]]) -> Bool {
        at[period][room] == nil && !rooms[room].unavailable.contains(period) && course.rooms?.contains(room) ?? true
    }

    private func impossibility(_ position: Int) -> UnplacedLecture.Impossibility? {
        let course = courses[position]
        let own = periods - course.unavailable.count
        if course.rooms?.isEmpty == true { return .noSuitableRoom }
        if course.lectures > own { return .morePeriodsNeeded(lectures: course.lectures, periods: own) }
        let taught = courses.indices.filter { courses[$0].teacher == course.teacher }
        if let overbooked = overbooked(taught) {
            return .teacherOverbooked(
                teacher: course.teacher,
                lectures: overbooked.lectures,
                periods: overbooked.periods
            )
        }
        for curriculum in curricula where curriculum.courses.contains(position) {
            guard let overbooked = overbooked(curriculum.courses) else { continue }
            return .curriculumOverbooked(
                curriculum: curriculum.id,
                lectures: overbooked.lectures,
                periods: overbooked.periods
            )
        }
        let places = rooms.reduce(0) { $0 + periods - $1.unavailable.count }
        return lectures > places ? .roomsOverbooked(lectures: lectures, places: places) : nil
    }

    /// The lectures of courses that exclude each other, if they are more than the periods that any of them may use.
    private func overbooked(_ together: [Int]) -> (lectures: Int, periods: Int)? {
        let sum = together.reduce(0) { $0 + courses[$1].lectures }
        let usable = (0..<periods).count { period in
            together.contains { !courses[$0].unavailable.contains(period) }
        }
        return sum > usable ? (sum, usable) : nil
    }
}
