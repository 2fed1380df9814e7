-- A signed commitment lets construction start: after an assessment that allows it, for a kind that is not excluded, for a
-- firm that is not banned. Every department's item gets its day.
create or replace function handoff.add_commitment(
    request uuid, digest bytea, at timestamptz, new_code text, wanted text, starting date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
    a handoff.assessment;
    made handoff.commitment;
    today date := core.day(at);
    banned date;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    if not (select k.may_commit from handoff.project_kind k where k.code = p.kind) then
        perform core.reject('commitment_kind_allowed', wanted, p.kind);
    end if;
    select * into a from handoff.assessment s where s.project_id = p.id order by s.id desc limit 1;
    if a.id is null or not (select l.may_commit from handoff.assessment_level l where l.code = a.level) then
        perform core.reject('commitment_after_assessment', wanted, coalesce(a.level, ''));
    end if;
    select max(upper(b.valid)) - 1 into banned from handoff.ban b join handoff.project_founder f on f.project_id = p.id
    where b.zone_id = z and b.organization_code = f.organization_code and b.valid @> today;
    if banned is not null then perform core.reject('commitment_not_banned', wanted, banned::text); end if;
    new_code := coalesce(new_code, core.next_code('XC', at));
    starting := coalesce(starting, today);
    insert into handoff.commitment (code, project_id, zone_id, signed_on, starts_on, ordinary_on, level)
    values (new_code, p.id, z, today, starting,
        core.due_day(today, (select sum(i.ordinary_days)::int from handoff.approval_item i), 'working'), a.level)
    returning * into made;
    insert into handoff.commitment_item (commitment_id, project_id, item, due_on)
    select made.id, p.id, i.code, core.due_day(starting, i.promised_days, 'working') from handoff.approval_item i;
    return core.finish(z, request, digest, at, 'commitment', 'add', 'commitment:' || new_code,
        jsonb_build_object('project', wanted, 'level', a.level), array[new_code, starting::text, (made.ordinary_on - starting)::text]);
end $$;
select core.expose('handoff.add_commitment', 'coordinator');
