import Glibc

/// Simulated annealing over the places of lectures: a lecture goes to a free place or changes with whoever is there.
///
/// Move and exchange as the two neighbourhoods, and one long cooling instead of several short ones, follow Bellio,
/// Ceschia, Di Gaspero, Schaerf and Urli (2016), "Feature-based tuning of simulated annealing applied to the
/// curriculum-based course timetabling problem".
struct Annealing {
    /// How hot it begins and ends, in points, and between which bounds the price of a hard violation stays.
    ///
    /// The price adapts itself: a fixed one has to fit the instance, or the search ends without a feasible timetable
    /// (price too low) or far from a good one (too high).
    struct Plan {
        var start: Double
        var end: Double
        var hardWeight: ClosedRange<Double>

        /// For a timetable from nothing; the same for every instance.
        static let fromNothing = Plan(start: 20, end: 0.12, hardWeight: 8...100)
    }

    /// By what the price of a hard violation grows while some stand, and shrinks while none does, at each step.
    private static let growth = 1.01
    private static let shrinkage = 0.995
    /// From this step on the price only grows: what is cold by then stays as it is.
    private static let settled = steps * 9 / 10

    /// The temperature falls in so many steps, each by the same factor.
    static let steps = 1000
    private static let tableSize = 256

    let state: SearchState
    private(set) var best: Snapshot
    private var random: SearchRandom
    private let open: Scratch<Int32>
    private let openStart: Scratch<Int32>
    private let suitable: Scratch<Int32>
    private let roomStart: Scratch<Int32>
    /// For each rise in points, the chance of accepting it, out of 2^32.
    private let chance: Scratch<UInt32>

    /// The best state seen, with what it costs.
    struct Snapshot {
        var hard: Int32
        var soft: Int32
        var moved: Int32
        var period: [Int32]
        var room: [Int32]
    }

    init(_ state: SearchState, seed: UInt64) {
        self.state = state
        random = SearchRandom(seed: seed)
        open = Scratch(state.model.open)
        openStart = Scratch(state.model.openStart)
        suitable = Scratch(state.model.suitable)
        roomStart = Scratch(state.model.roomStart)
        chance = Scratch(repeating: 0, count: Self.tableSize)
        best = Self.snapshot(state)
    }

    func free() {
        for scratch in [open, openStart, suitable, roomStart] { scratch.free() }
        chance.free()
    }

    private static func snapshot(_ state: SearchState) -> Snapshot {
        Snapshot(
            hard: state.hard,
            soft: state.soft,
            moved: state.moved,
            period: state.period.values,
            room: state.room.values
        )
    }

    private func setChances(_ temperature: Double) {
        for rise in 0..<Self.tableSize {
            let share = exp(-Double(rise) / temperature)
            chance[rise] = share >= 1 ? .max : UInt32(share * 4_294_967_295)
        }
    }

    /// Cools once from start to end in `moves` proposals; `proceed` is asked at each step and may end it early.
    mutating func run(_ plan: Plan, moves: Int, proceed: (_ step: Int, _ best: Snapshot) -> Bool) {
        let factor = pow(plan.end / plan.start, 1 / Double(Self.steps - 1))
        var temperature = plan.start
        var weight = min(plan.hardWeight.upperBound, max(plan.start, plan.hardWeight.lowerBound))
        state.hardWeight = Int32(weight.rounded())
        for step in 0..<Self.steps {
            guard proceed(step, best) else { return }
            setChances(temperature)
            let from = moves * step / Self.steps
            let to = moves * (step + 1) / Self.steps
            propose(to - from)
            temperature *= factor
            adapt(&weight, plan.hardWeight, step)
        }
    }

    private func adapt(_ weight: inout Double, _ bounds: ClosedRange<Double>, _ step: Int) {
        if state.hard > 0 {
            weight = min(bounds.upperBound, weight * Self.growth)
        } else if step < Self.settled {
            weight = max(bounds.lowerBound, weight * Self.shrinkage)
        }
        state.hardWeight = Int32(weight.rounded())
    }

    private mutating func propose(_ count: Int) {
        let state = state
        let lectures = state.model.lectures
        let rooms = state.rooms
        let periods = state.periods
        let hardWeight = state.hardWeight
        let homeWeight = state.homeWeight
        var random = random
        for _ in 0..<count {
            let bits = random.next()
            let lecture = SearchRandom.below(lectures, UInt32(truncatingIfNeeded: bits))
            let course = Int(state.courseOf[lecture])
            let firstOpen = Int(openStart[course])
            let firstRoom = Int(roomStart[course])
            let openCount = Int(openStart[course &+ 1]) &- firstOpen
            let roomCount = Int(roomStart[course &+ 1]) &- firstRoom
            guard openCount > 0, roomCount > 0 else { continue }
            let more = random.next()
            let target = Int(open[firstOpen &+ SearchRandom.below(openCount, UInt32(truncatingIfNeeded: bits >> 32))])
            let room = Int(suitable[firstRoom &+ SearchRandom.below(roomCount, UInt32(truncatingIfNeeded: more))])
            let occupant = state.slot[target &* rooms &+ room]
            let change: SearchState.Change
            if occupant == SearchState.free {
                change = state.change(moving: lecture, to: target, room)
            } else {
                guard occupant != SearchState.blocked else { continue }
                let other = Int(state.courseOf[Int(occupant)])
                guard other != course, state.available[other &* periods &+ Int(state.period[lecture])],
                    state.suits[other &* (rooms &+ 1) &+ Int(state.room[lecture])]
                else { continue }
                change = state.change(swapping: lecture, Int(occupant))
            }
            let rise = change.hard &* hardWeight &+ change.soft &+ change.moved &* homeWeight
            if rise > 0 {
                guard rise < Int32(Self.tableSize), UInt32(truncatingIfNeeded: more >> 32) < chance[Int(rise)] else {
                    continue
                }
            }
            if occupant == SearchState.free {
                state.move(lecture, to: target, room, change)
            } else {
                state.swap(lecture, Int(occupant), change)
            }
            if rise < 0 { keepIfBest() }
        }
        self.random = random
    }

    /// Fewer hard violations first, then fewer points, a lecture away from home counting `homeWeight`.
    @inline(__always)
    private mutating func keepIfBest() {
        guard state.hard <= best.hard else { return }
        let now = state.soft &+ state.moved &* state.homeWeight
        if state.hard < best.hard || now < best.soft &+ best.moved &* state.homeWeight { best = Self.snapshot(state) }
    }
}
