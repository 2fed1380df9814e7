import Testing
import Timetabling

struct TimetableRepairTests {
    private func closing(_ problem: TimetablingProblem, room: Int, day: Int) throws -> TimetablingProblem {
        let periods = Set(day * problem.periodsPerDay..<(day + 1) * problem.periodsPerDay)
        return try TimetablingProblem(
            name: problem.name,
            days: problem.days,
            periodsPerDay: problem.periodsPerDay,
            courses: problem.courses,
            rooms: problem.rooms.enumerated().map {
                $0 == room ? .init(id: $1.id, capacity: $1.capacity, unavailable: $1.unavailable.union(periods)) : $1
            },
            curricula: problem.curricula
        )
    }

    private func absent(_ problem: TimetablingProblem, teacher: String, day: Int) throws -> TimetablingProblem {
        let periods = Set(day * problem.periodsPerDay..<(day + 1) * problem.periodsPerDay)
        return try TimetablingProblem(
            name: problem.name,
            days: problem.days,
            periodsPerDay: problem.periodsPerDay,
            courses: problem.courses.map {
                TimetablingProblem.Course(
                    id: $0.id,
                    teacher: $0.teacher,
                    lectures: $0.lectures,
                    minimumDays: $0.minimumDays,
                    students: $0.students,
                    unavailable: $0.teacher == teacher ? $0.unavailable.union(periods) : $0.unavailable,
                    rooms: $0.rooms
                )
            },
            rooms: problem.rooms,
            curricula: problem.curricula
        )
    }

    /// Lectures that can in no case stay: each has to move, so that no plan moves fewer.
    private func displaced(_ timetable: Timetable, in problem: TimetablingProblem) -> Int {
        problem.cost(of: timetable).unavailability
    }

    @Test func `a timetable that still holds is left as it is`() throws {
        let problem = try Instances.problem()
        let timetable = TimetableSearch(problem, seed: 1).run(moves: 50_000).timetable
        let plan = try #require(TimetableRepair(problem, seed: 1).plans(from: timetable, moves: 30_000).first)
        #expect(plan.moved == 0)
        #expect(plan.outcome.timetable.moved(from: timetable) == 0)
    }

    @Test(
        .enabled(if: Instances.areThere, "the competition's files are not beside the project"),
        // comp01 is so full that it takes a longer search.
        arguments: [("comp01", 3_000_000, 1), ("comp04", 1_500_000, 2), ("comp11", 1_000_000, 1)]
    )
    func `a closed room or an absent teacher moves at most three lectures more than have to`(
        name: String,
        moves: Int,
        days: Int
    ) throws {
        let problem = try Instances.competition(name)
        let timetable = TimetableSearch(problem, seed: 1).run(moves: 400_000).timetable
        for day in 0..<days {
            for broken in [
                try closing(problem, room: day, day: day),
                try absent(problem, teacher: problem.courses[day].teacher, day: day),
            ] {
                let plans = TimetableRepair(broken, seed: 1).plans(from: timetable, moves: moves)
                let plan = try #require(plans.first)
                #expect(plan.outcome.cost.isFeasible)
                let least = displaced(timetable, in: broken)
                #expect((least...least + 3).contains(plan.moved), "\(plan.moved) moved, \(least) had to")
                #expect(plans.count <= 3)
                for (fewer, better) in zip(plans, plans.dropFirst()) {
                    #expect(fewer.moved <= better.moved)
                    #expect(fewer.outcome.cost.soft > better.outcome.cost.soft)
                }
            }
        }
    }
}
