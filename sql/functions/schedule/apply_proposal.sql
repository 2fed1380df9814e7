-- Carries a proposal out: all its sessions are planned and moved in one transaction, or none.
create or replace function schedule.apply_proposal(request uuid, digest bytea, at timestamptz, wanted text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    proposal schedule.proposal;
    line record;
    held schedule.session;
    moved schedule.session;
    old schedule.session[] := '{}';
    new schedule.session[] := '{}';
    added schedule.session[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into proposal from schedule.proposal p where p.zone_id = z and p.code = wanted for update;
    if not found then perform core.missing('proposal', wanted); end if;
    if proposal.applied_at is not null then
        perform core.reject('proposal_not_applied', wanted, schedule.minute(proposal.applied_at));
    end if;
    for line in
        select n.*, s.code from schedule.proposal_line n join schedule.session s on s.id = n.session_id
        where n.proposal_id = proposal.id order by n.session_id
    loop
        held := schedule.session_to_change(z, line.code, at, line.was_at);
        moved := schedule.retimed(held, line.starts_at, line.ends_at);
        moved.venue_id := line.venue_id;
        old := old || held;
        new := new || moved;
    end loop;
    if cardinality(new) > 0 then
        perform schedule.change_sessions(z, at, 'moved', wanted, old, new);
    end if;
    with inserted as (
        insert into schedule.session (zone_id, contact, code, cohort_id, course_id, venue_id, instructor_id, starts_at,
            ends_at, hours, planned_at)
        select z, session_user, core.next_code('S', at), l.cohort_id, l.id, n.venue_id, n.instructor_id, n.starts_at,
            n.ends_at, n.hours, at
        from schedule.proposal_line n join schedule.course l on l.id = n.course_id
        where n.proposal_id = proposal.id and n.session_id is null order by n.starts_at
        returning session)
    select array_agg(i.session order by (i.session).id) into added from inserted as i;
    if added is not null then perform schedule.book(z, added); end if;
    update schedule.proposal p set applied_at = at where p.id = proposal.id;
    return core.finish(z, request, digest, at, 'schedule', 'apply', 'proposal:' || wanted,
        jsonb_build_object('added', cardinality(added), 'moved', cardinality(new)),
        array[wanted, coalesce(cardinality(added), 0)::text, cardinality(new)::text]);
end $$;
select core.expose('schedule.apply_proposal', 'officer');
