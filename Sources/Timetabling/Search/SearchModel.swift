/// A problem in flat arrays, as the search reads it; nothing here changes while it runs.
///
/// There is one room more than the problem has, the waiting room, position `rooms`: it is never full, and a lecture in
/// it has no place. So every lecture always is somewhere, and a real room never holds two.
struct SearchModel {
    let problem: TimetablingProblem
    let courses: Int
    let lectures: Int
    /// Real rooms; the waiting room comes after them.
    let rooms: Int
    let periods: Int
    let periodsPerDay: Int
    let days: Int
    /// For each lecture its course; the lectures of a course are neighbours.
    let courseOf: [Int32]
    let minimumDays: [Int32]
    /// `course * (rooms + 1) + room`: students above the seats; 0 in the waiting room.
    let overflow: [Int32]
    /// `course * (rooms + 1) + room`: whether the room suits the course; the waiting room suits all.
    let suits: [Bool]
    /// `course * periods + period`
    let available: [Bool]
    /// `room * periods + period`: whether the room is closed then.
    let closed: [Bool]
    /// The periods that a course may use, from `openStart[course]` to `openStart[course + 1]`.
    let open: [Int32]
    let openStart: [Int32]
    /// The rooms that suit a course, from `roomStart[course]`.
    let suitable: [Int32]
    let roomStart: [Int32]
    /// Courses that may not be at the same time as a course, itself among them, from `rivalStart[course]`.
    let rivals: [Int32]
    let rivalStart: [Int32]
    /// `course * courses + other`: whether the two may not be at the same time.
    let clash: [Bool]
    /// The curricula of a course, from `curriculumStart[course]`.
    let curricula: [Int32]
    let curriculumStart: [Int32]
    let curriculumCount: Int
    /// `curriculum * courses + course`
    let member: [Bool]

    init(_ problem: TimetablingProblem) {
        self.problem = problem
        courses = problem.courses.count
        lectures = problem.lectures
        rooms = problem.rooms.count
        periods = problem.periods
        periodsPerDay = problem.periodsPerDay
        days = problem.days
        courseOf = problem.courses.enumerated().flatMap { position, course in
            [Int32](repeating: Int32(position), count: course.lectures)
        }
        minimumDays = problem.courses.map { Int32($0.minimumDays) }
        overflow = problem.courses.flatMap { course in
            problem.rooms.map { Int32(max(0, course.students - $0.capacity)) } + [0]
        }
        suits = problem.courses.flatMap { course in
            problem.rooms.indices.map { course.rooms?.contains($0) ?? true } + [true]
        }
        let periodRange = 0..<problem.periods
        available = problem.courses.flatMap { course in periodRange.map { !course.unavailable.contains($0) } }
        closed = problem.rooms.flatMap { room in periodRange.map { room.unavailable.contains($0) } }
        (open, openStart) = Self.flat(
            problem.courses.map { course in periodRange.filter { !course.unavailable.contains($0) } }
        )
        (suitable, roomStart) = Self.flat(
            problem.courses.map { course in problem.rooms.indices.filter { course.rooms?.contains($0) ?? true } }
        )
        var of = [[Int]](repeating: [], count: courses)
        var clash = [Bool](repeating: false, count: courses * courses)
        var member = [Bool](repeating: false, count: problem.curricula.count * courses)
        for (position, curriculum) in problem.curricula.enumerated() {
            for course in curriculum.courses {
                of[course].append(position)
                member[position * courses + course] = true
                for other in curriculum.courses { clash[course * courses + other] = true }
            }
        }
        for (course, one) in problem.courses.enumerated() {
            for (other, two) in problem.courses.enumerated() where one.teacher == two.teacher {
                clash[course * courses + other] = true
            }
        }
        let all = 0..<courses
        (rivals, rivalStart) = Self.flat(
            all.map { course in all.filter { clash[course * problem.courses.count + $0] } }
        )
        (curricula, curriculumStart) = Self.flat(of)
        curriculumCount = problem.curricula.count
        self.clash = clash
        self.member = member
    }

    private static func flat(_ lists: [[Int]]) -> (values: [Int32], starts: [Int32]) {
        var values: [Int32] = []
        var starts: [Int32] = [0]
        for list in lists {
            values += list.map(Int32.init)
            starts.append(Int32(values.count))
        }
        return (values, starts)
    }
}
