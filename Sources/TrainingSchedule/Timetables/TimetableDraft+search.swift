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
        let search = TimetableSearch(try problem(), seed: seed)
        let outcome = search.run(moves: effort.moves(search), proceed: proceed)
        var sessions: [ProposedSession] = []
        for (index, places) in outcome.timetable.places.enumerated() {
            for case let place? in places { sessions.append(proposed(courses[index], place)) }
        }
        return Proposal(
            sessions: sessions.sorted { ($0.starts, $0.venue) < ($1.starts, $1.venue) },
            cost: outcome.cost,
            seed: seed,
            moves: outcome.moves,
            unplaced: outcome.unplaced,
            disturbed: 0
        )
    }

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
