-- Seats people from the queue: theirs at once, or as an offer where the cohort asks for an answer; tells them. Answers
-- their codes.
create or replace function enrollment.promote(cohort enrollment.cohort, members bigint[], at timestamptz) returns text[]
language plpgsql set search_path = core, pg_temp as $$
begin
    update enrollment.enrollment e set state = t.to_state, seated_at = promote.at, passed_over = null,
        offer_until = core.day(promote.at) + cohort.offer_days
    from enrollment.transition t
    where e.id = any (members) and t.from_state = e.state
        and t.act = case when cohort.offer_days is null then 'promote' else 'offer' end;
    perform core.notify(e.zone_id, at, 'person:' || p.code, 'enrollment:' || e.code,
        case when cohort.offer_days is null then 'waitlist_promoted' else 'waitlist_offered' end,
        e.code, cohort.code, coalesce(e.offer_until, cohort.starts_on)::text)
    from enrollment.enrollment e join core.person p on p.id = e.person_id
    where e.id = any (members) order by e.queue_number;
    return array(select e.code from enrollment.enrollment e where e.id = any (members) order by e.queue_number);
end $$;
