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

    /// What a moved lecture costs, in soft points: first as few as possible, then fewer if the week stays good.
    private static let prices: [Int32] = [60, 20, 6]

    public let problem: TimetablingProblem
    public let seed: UInt64

    /// - Parameter problem: with what is gone already taken out: the room's and the course's unavailable periods.
    public init(_ problem: TimetablingProblem, seed: UInt64) {
        self.problem = problem
        self.seed = seed
    }

    /// Up to three different plans, the one that moves the fewest lectures first.
    public func plans(
        from timetable: Timetable,
        moves: Int,
        proceed: (TimetableSearch.Progress) -> Bool = { _ in true }
    ) -> [Plan] {
        let model = SearchModel(problem)
        var plans: [Plan] = []
        for price in Self.prices {
            let state = SearchState(model, home: timetable, homeWeight: price)
            let cooling = Annealing.Plan(start: 4, end: 0.12, hardWeight: Double(price) * 3...Double(price) * 8)
            let outcome = TimetableSearch(problem, seed: seed)
                .search(state, cooling, moves: moves / Self.prices.count, proceed)
            if plans.contains(where: { $0.outcome.timetable == outcome.timetable }) { continue }
            plans.append(Plan(outcome: outcome, moved: outcome.timetable.moved(from: timetable)))
        }
        return plans.sorted { ($0.outcome.cost.hard, $0.moved, $0.outcome.cost.soft) < ($1.outcome.cost.hard, $1.moved, $1.outcome.cost.soft) }
    }
}
