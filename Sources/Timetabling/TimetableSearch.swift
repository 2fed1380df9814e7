/// Looks for a timetable: no hard violation if there is a way, and few soft ones.
///
/// The same problem, seed and number of moves give the same timetable on every machine.
public struct TimetableSearch: Sendable {
    /// How far a search is, for whoever waits.
    public struct Progress: Sendable, Hashable {
        /// Done so far, out of 1,000.
        public let permille: Int
        /// Hard violations and soft points of the best so far.
        public let hard: Int
        public let soft: Int
    }

    /// What a search found.
    public struct Outcome: Sendable, Hashable {
        public let timetable: Timetable
        public let cost: TimetableCost
        /// How many moves were meant to be tried; give it again with the seed to get the same timetable.
        public let moves: Int
        /// The lectures without a place, with the reasons; empty when all have one.
        public let unplaced: [UnplacedLecture]
    }

    public let problem: TimetablingProblem
    public let seed: UInt64

    public init(_ problem: TimetablingProblem, seed: UInt64) {
        self.problem = problem
        self.seed = seed
    }

    /// Searches for `moves` proposals, or until `proceed` answers false.
    public func run(moves: Int, proceed: (Progress) -> Bool = { _ in true }) -> Outcome {
        let state = SearchState(SearchModel(problem))
        return search(state, .fromNothing, moves: moves, proceed)
    }

    func search(
        _ state: SearchState,
        _ plan: Annealing.Plan,
        moves: Int,
        _ proceed: (Progress) -> Bool
    ) -> Outcome {
        var annealing = Annealing(state, seed: seed)
        defer { annealing.free() }
        annealing.run(plan, moves: moves) { step, best in
            proceed(Progress(permille: step * 1000 / Annealing.steps, hard: Int(best.hard), soft: Int(best.soft)))
        }
        let timetable = state.timetable(annealing.best)
        return Outcome(
            timetable: timetable,
            cost: problem.cost(of: timetable),
            moves: moves,
            unplaced: problem.unplaced(in: timetable)
        )
    }

    /// How many moves take `seconds` here, by a short trial.
    ///
    /// - Parameter clock: seconds that have gone by, from any beginning; the search itself reads no clock.
    public func moves(seconds: Double, clock: () -> Double) -> Int {
        let trial = 200_000
        let start = clock()
        let state = SearchState(SearchModel(problem))
        var annealing = Annealing(state, seed: seed)
        defer { annealing.free() }
        annealing.run(.fromNothing, moves: trial) { _, _ in true }
        let spent = max(clock() - start, 0.000_1)
        return max(trial, Int(Double(trial) * seconds / spent))
    }
}
