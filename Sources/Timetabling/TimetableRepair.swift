/// Mends a timetable that no longer holds, because a room or a teacher is gone, and changes as little as it can.
///
/// The search starts from the timetable in force; every lecture away from its old place costs points, so that soft
/// violations are weighed against people who have to be told (minimal perturbation: Müller, Rudová and Barták 2005).
public struct TimetableRepair: Sendable {
    /// One way to go on.
    public struct Plan: Sendable, Hashable {
        public let outcome: TimetableSearch.Outcome
        /// Lectures that are held elsewhere or at another time than before.
        public let moved: Int
    }

    /// What a moved lecture costs, in soft points, and how hot the search begins: first as few moves as possible, cold
    /// for timetables with room to spare and hot for full ones, then more moves if the week gets better by them.
    private static let ways: [(price: Int32, start: Double)] = [(60, 1.5), (60, 15), (12, 3), (4, 1.5)]
    private static let most = 3

    public let problem: TimetablingProblem
    public let seed: UInt64

    /// - Parameter problem: with what is gone already taken out: the room's and the course's unavailable periods.
    public init(_ problem: TimetablingProblem, seed: UInt64) {
        self.problem = problem
        self.seed = seed
    }

    /// Up to three plans, the one that moves the fewest lectures first; each further one moves more for a better week.
    public func plans(
        from timetable: Timetable,
        moves: Int,
        proceed: (TimetableSearch.Progress) -> Bool = { _ in true }
    ) -> [Plan] {
        let model = SearchModel(problem)
        var plans: [Plan] = []
        for (price, start) in Self.ways {
            let state = SearchState(model, home: timetable, homeWeight: price)
            let cooling = Annealing.Plan(start: start, end: 0.12, hardWeight: Double(price) * 3...Double(price) * 8)
            let outcome = TimetableSearch(problem, seed: seed)
                .search(state, cooling, moves: moves / Self.ways.count, proceed)
            plans.append(Plan(outcome: outcome, moved: outcome.timetable.moved(from: timetable)))
        }
        plans.sort { $0.rank < $1.rank }
        let worthwhile = plans.enumerated().filter { position, plan in
            plans[..<position].allSatisfy {
                $0.outcome.cost.hard == plan.outcome.cost.hard && $0.outcome.cost.soft > plan.outcome.cost.soft
            }
        }
        return worthwhile.prefix(Self.most).map(\.element)
    }
}

extension TimetableRepair.Plan {
    fileprivate var rank: (Int, Int, Int) { (outcome.cost.hard, moved, outcome.cost.soft) }
}
