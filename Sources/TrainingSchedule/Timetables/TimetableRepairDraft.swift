import Timetabling
import Zones

/// A timetable in force that no longer holds: the sessions that may move, and where they stand.
public struct TimetableRepairDraft: Sendable {
    /// Its courses are the sessions that are alike: of one course, by one instructor, of one length.
    public let draft: TimetableDraft
    /// The sessions of each of its courses.
    public let sessions: [[ScheduledSession]]
    /// The sessions that a closure meets.
    public let met: Set<Code>
    /// People with a seat, by cohort.
    public let people: [Code: Int]
    /// Sessions that another instructor can take over at the same time.
    public let takeovers: [ProposedSession]
    /// What then is left to repair; none when somebody takes over everything.
    public let rest: [TimetableRepairDraft]

    /// Up to three plans that change as little as they can: first the one in which others take over what they can, then
    /// those that move sessions, the one that moves the fewest first.
    ///
    /// Refuses `SCH16` what makes no problem.
    public func plans(
        seed: UInt64,
        effort: PlanningEffort,
        proceed: (PlanningProgress) -> Bool = { _ in true }
    ) throws(ScheduleRejection) -> [Proposal] {
        guard !met.isEmpty else { throw .nothingToPlan(.noLectures) }
        guard !takeovers.isEmpty else { return try moving(seed: seed, effort: effort, proceed: proceed) }
        var plans: [Proposal] = []
        if rest.isEmpty {
            plans.append(takenOver(and: nil, seed))
        } else {
            for left in rest {
                let fewest = try left.moving(seed: seed, effort: effort, proceed: proceed).first
                plans.append(takenOver(and: fewest, seed))
            }
        }
        plans += try moving(seed: seed, effort: effort, proceed: proceed)
        return Array(plans.prefix(3))
    }

    private func takenOver(and moved: Proposal?, _ seed: UInt64) -> Proposal {
        Proposal(
            sessions: (takeovers + (moved?.sessions ?? [])).sorted { ($0.starts, $0.venue) < ($1.starts, $1.venue) },
            cost: moved?.cost ?? TimetableCost(),
            seed: seed,
            moves: moved?.moves ?? 0,
            unplaced: moved?.unplaced ?? [],
            limits: [],
            disturbed: Set(takeovers.map(\.instructor)).count + (moved?.disturbed ?? 0)
        )
    }

    /// Plans that only move sessions.
    private func moving(
        seed: UInt64,
        effort: PlanningEffort,
        proceed: (PlanningProgress) -> Bool
    ) throws(ScheduleRejection) -> [Proposal] {
        let problem = try draft.problem()
        let tries = effort.moves(TimetableSearch(problem, seed: seed))
        let plans = TimetableRepair(problem, seed: seed).plans(from: home, moves: tries, proceed: proceed)
        return plans.map { plan in
            let moved = draft.courses.indices.flatMap { moves(of: $0, to: plan.outcome.timetable.places[$0]) }
            return Proposal(
                sessions: moved.sorted { ($0.starts, $0.venue) < ($1.starts, $1.venue) },
                cost: plan.outcome.cost,
                seed: seed,
                moves: tries,
                unplaced: plan.outcome.unplaced,
                limits: [],
                disturbed: Set(moved.map(\.cohort)).reduce(0) { $0 + (people[$1] ?? 0) }
            )
        }
    }

    private func place(_ session: ScheduledSession) -> Timetable.Place? {
        guard let period = draft.period(TimeSpan(starts: session.starts, ends: session.ends)),
            let room = draft.rooms.firstIndex(where: { $0.code == session.venue })
        else { return nil }
        return Timetable.Place(period: period, room: room)
    }

    private var home: Timetable { Timetable(places: sessions.map { $0.map(place) }) }

    /// The sessions of a course that get another place, paired in the order of time; those that keep one stay.
    private func moves(of course: Int, to places: [Timetable.Place?]) -> [ProposedSession] {
        var free = places.compactMap(\.self)
        var away: [ScheduledSession] = []
        for session in sessions[course] {
            if let place = place(session), let kept = free.firstIndex(of: place) {
                free.remove(at: kept)
            } else {
                away.append(session)
            }
        }
        let pairs = zip(away.sorted { $0.starts < $1.starts }, free.sorted { $0.period < $1.period })
        return pairs.map { draft.proposed(draft.courses[course], $1, instead: $0) }
    }
}
