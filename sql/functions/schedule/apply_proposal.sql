-- Carries a proposal out: all its sessions are planned, moved, and taken over in one transaction, or none. Who is told
-- of it reads the reason; without one, which proposal it was.
create or replace function schedule.apply_proposal(
    request uuid, digest bytea, at timestamptz, wanted text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    proposal schedule.proposal;
    change record;
    added schedule.session[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into proposal from schedule.proposal p where p.zone_id = z and p.code = wanted for update;
    if not found then perform core.missing('proposal', wanted); end if;
    if proposal.applied_at is not null then
        perform core.reject('proposal_not_applied', wanted, schedule.minute(proposal.applied_at));
    end if;
    select c.* into change from schedule.proposed_changes(z, at, proposal.id) as c;
    perform schedule.lock_days(change.moving || change.moved || change.taken || change.given);
    if cardinality(change.given) > 0 then
        perform schedule.change_sessions(z, at, 'substituted', coalesce(reason, wanted), change.taken, change.given);
    end if;
    if cardinality(change.moved) > 0 then
        perform schedule.change_sessions(z, at, 'moved', coalesce(reason, wanted), change.moving, change.moved);
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
        jsonb_build_object('added', cardinality(added), 'moved', cardinality(change.moved),
            'substituted', cardinality(change.given), 'reason', reason),
        array[wanted, coalesce(cardinality(added), 0)::text, cardinality(change.moved)::text,
            cardinality(change.given)::text]);
end $$;
select core.expose('schedule.apply_proposal', 'officer');
