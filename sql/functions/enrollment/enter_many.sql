-- The rows of people whom nothing keeps out, in the order of `fit`, places in the other arrays: seats for the first `seated`
-- of them, numbers in the queue for the others; where the cohort is not first come, a list that is decided later. Answers
-- state and code of each, as an import tells it. Part of import_applications, which counts them.
create or replace function enrollment.enter_many(
    cohort enrollment.cohort, s enrollment.cohort_seats, people bigint[], awards text[], post_levels text[], fit int[],
    seated int, at timestamptz
) returns text[] language plpgsql as $$
declare
    entered text[];
begin
    with placed as materialized (
        select f.rank, p.zone_id, p.id as person_id, p.identity_id, awards[f.i] as award, post_levels[f.i] as post_level,
            core.next_code('E', at) as code,
            case when cohort.mode <> 'first-come' then 'applied' when f.rank <= seated then 'enrolled' else 'waitlisted' end as state
        from unnest(fit) with ordinality as f (i, rank) join core.person p on p.id = people[f.i] order by f.rank
    ), written as (
        insert into enrollment.enrollment (zone_id, code, cohort_id, person_id, identity_id, state, queue_number, applied_at,
            seated_at, award, post_level)
        select w.zone_id, w.code, cohort.id, w.person_id, w.identity_id, w.state,
            case when w.state = 'waitlisted' then s.last_number + w.rank - seated end, enter_many.at,
            case when w.state = 'enrolled' then enter_many.at end, w.award, w.post_level
        from placed w order by w.rank
    )
    select array_agg(w.state || ':' || w.code order by w.rank) into entered from placed w;
    return entered;
end $$;
