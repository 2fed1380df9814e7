import Casework

extension CountSource {
    /// Sessions and proposed timetables by state.
    public static let schedule = CountSource("schedule") {
        """
        select 'session', s.state, count(*), null::timestamptz from schedule.session s group by 2
        union all
        select 'proposal', case when p.applied_at is null then 'open' else 'applied' end, count(*),
            min(p.made_at) filter (where p.applied_at is null)
        from schedule.proposal p group by 2
        order by 1, 2
        """
    }
}
