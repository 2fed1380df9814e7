import Casework

extension CountSource {
    /// Handoffs and projects by state, leads, obligations and commitments.
    public static let handoff = CountSource("handoff") {
        """
        select 'handoff', h.state, count(*), min(h.offered_at) filter (where h.open) from handoff.handoff h group by 2
        union all
        select 'project', p.stage, count(*), null from handoff.project p group by 2
        union all
        select 'lead', coalesce(l.verdict, 'open'), count(*), min(l.registered_at) filter (where l.verdict is null)
        from handoff.lead l group by 2
        union all
        select 'obligation', case when o.kept_on is null then 'open' else 'kept' end, count(*), null
        from handoff.obligation o group by 2
        union all
        select 'commitment_item', coalesce(i.outcome, 'open'), count(*), null from handoff.commitment_item i group by 2
        order by 1, 2
        """
    }
}
