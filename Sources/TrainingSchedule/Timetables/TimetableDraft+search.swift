import Timetabling
import Zones

extension TimetableDraft {
    /// Searches for a timetable; the same seed and number of tries find the same one.
    ///
    /// Refuses `SCH16` what makes no problem.
    public func propose(
        seed: UInt64,
        effort: PlanningEffort,
        proceed: (TimetableSearch.Progress) -> Bool = { _ in true }
    ) throws(ScheduleRejection) -> Proposal {
        let tries = effort.moves(TimetableSearch(try problem(), seed: seed))
        let spent = limits.filter { $0.left == 0 }
        var draft = self
        draft.close(spent.map { Excess(limit: $0, kept: []) })
        // Limits are kept by taking away what a found timetable uses too much, and searching again; every round closes
        // at least one limit for good. Where there are none one search has all the tries.
        let share = limits.isEmpty ? tries : max(1, tries / Self.rounds)
        var reached = spent
        var isStopped = false
        var outcome = TimetableSearch(try draft.problem(), seed: seed).run(moves: share) { progress in
            if !isStopped, !proceed(progress) { isStopped = true }
            return !isStopped
        }
        while true {
            let excesses = draft.excesses(of: outcome.timetable)
            if excesses.isEmpty { break }
            reached += excesses.map(\.limit)
            if isStopped {
                outcome = try draft.problem().outcome(draft.trimmed(outcome.timetable, excesses), moves: share)
                break
            }
            draft.close(excesses)
            outcome = TimetableSearch(try draft.problem(), seed: seed).run(moves: share) { progress in
                if !isStopped, !proceed(progress) { isStopped = true }
                return !isStopped
            }
        }
        let waiting = Set(outcome.unplaced.map(\.course))
        let short = Set(courses.filter { waiting.contains($0.id) }.compactMap(\.instructor))
        var sessions: [ProposedSession] = []
        for (index, places) in outcome.timetable.places.enumerated() {
            for case let place? in places { sessions.append(proposed(courses[index], place)) }
        }
        return Proposal(
            sessions: sessions.sorted { ($0.starts, $0.venue) < ($1.starts, $1.venue) },
            cost: outcome.cost,
            seed: seed,
            moves: tries,
            unplaced: outcome.unplaced,
            limits: reached.filter { !waiting.isEmpty && ($0.holder == .venue || short.contains($0.resource)) },
            disturbed: 0
        )
    }

    /// Into so many parts the tries are divided where hours are limited.
    private static let rounds = 3

    func proposed(_ course: Course, _ place: Timetable.Place, instead of: ScheduledSession? = nil) -> ProposedSession {
        let span = span(place.period)
        var ends = span.ends
        // A session that moves takes as long as before.
        if let of, let same = try? span.starts.adding(of.starts.duration(until: of.ends)) { ends = same }
        return ProposedSession(
            course: course.course,
            cohort: course.cohort,
            session: of?.code,
            was: of.map {
                SessionDifference.Placement(
                    starts: $0.starts,
                    ends: $0.ends,
                    venue: $0.venue,
                    instructor: $0.instructor
                )
            },
            venue: rooms[place.room].code,
            instructor: course.instructor,
            starts: span.starts,
            ends: ends
        )
    }
}
