-- A zone asks the custodian of a project for it: the custodian offers, or declines. It sees nothing of the project yet.
create or replace function handoff.request_handoff(
    request uuid, digest bytea, at timestamptz, new_code text, wanted text, part_name text, why text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    part handoff.project_part;
    h handoff.handoff;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select t.* into part from handoff.project p join handoff.project_part t on t.project_id = p.id and t.name = part_name
    where p.code = wanted for update of t;
    if not found then perform core.missing('project', wanted); end if;
    if part.zone_id = z then
        perform core.reject('handoff_between_two_zones', wanted, (select c.code from core.zone c where c.id = z));
    end if;
    new_code := coalesce(new_code, core.next_code('H', at));
    insert into handoff.handoff (code, part_id, project_code, from_zone_id, to_zone_id, round, state, epoch, reason, offered_at,
        moved_at)
    values (new_code, part.id, wanted, part.zone_id, z, new_code, 'requested', part.epoch, why, at, at) returning * into h;
    h := handoff.turn_clock(h, h, (select r.days from handoff.rule r where (r.from_state, r.action) = ('draft', 'request')),
        core.day(at));
    h := handoff.set_clock(h);
    perform handoff.log_step(h, 'draft', 'request', z, at, why);
    return handoff.close_step(z, request, digest, at, h, 'request', 'handoff_requested', '{}');
end $$;
select core.expose('handoff.request_handoff', 'coordinator');
