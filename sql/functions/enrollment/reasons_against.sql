-- Why rows of an import make no new enrollment, in their order: `unchanged` with the code of the one that is there, `twice`
-- with the number of the row that brings the same person in, or `refused` with rule and facts; null where nothing stands
-- against it. Part of import_applications; the people are held.
create or replace function enrollment.reasons_against(
    cohort enrollment.cohort, z bigint, people bigint[], awards text[], post_levels text[], at timestamptz
) returns text[] language plpgsql as $$
declare
    asks boolean := exists (select from enrollment.prerequisite q where q.cohort_id = cohort.id);
    reasons text[];
begin
    select array_agg(case when r.first < r.n then 'twice:' || r.first else r.reason end order by r.n) into reasons from (
        select g.n, w.reason, min(g.n) filter (where w.reason is null) over (partition by p.identity_id) as first
        from unnest(people, awards, post_levels) with ordinality as g (person, award, post_level, n)
        join core.person p on p.id = g.person
        left join enrollment.enrollment known on known.cohort_id = cohort.id and known.identity_id = p.identity_id
            and known.state not in ('withdrawn', 'rejected')
        cross join lateral (select case
            when known.id is null and (asks or exists (
                select from enrollment.seat_holder h where h.identity_id = p.identity_id))
            then enrollment.obstacles(cohort, enrollment.candidate(p, g.award, g.post_level), at) else '{}' end) o (obstacles)
        cross join lateral (select case
            when known.zone_id = z then 'unchanged:' || known.code
            when known.id is not null then 'refused:'
                || array_to_string(array['enrollment_one_per_cohort', cohort.code, p.code], E'\x1f', '')
            when o.obstacles <> '{}' then 'refused:'
                || array_to_string(array['enrollment_prerequisites_met', cohort.code, p.code] || o.obstacles, E'\x1f', '')
            end) w (reason)) r;
    return reasons;
end $$;
