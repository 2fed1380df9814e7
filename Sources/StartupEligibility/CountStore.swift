import Casework

extension CountSource {
    /// Decisions by verdict, claims and awards by state.
    public static let eligibility = CountSource("eligibility") {
        """
        select 'decision', d.verdict, count(*), null::timestamptz from eligibility.decision d group by 2
        union all
        select 'claim', c.state, count(*), min(c.opened_at) filter (where c.closed_on is null)
        from eligibility.claim c group by 2
        union all
        select 'award', a.state, count(*),
            min(a.reserved_on::timestamp at time zone 'Asia/Shanghai') filter (where a.ended_on is null)
        from eligibility.award a group by 2
        order by 1, 2
        """
    }
}
