-- What was entered wrongly about an obligation of the zone's; what is null stays. One that was met by mistake is open again.
create or replace function handoff.correct_obligation(
    request uuid, digest bytea, at timestamptz, wanted text, promised text, due date, holder text, reopened boolean, why text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    o handoff.obligation;
    n handoff.obligation;
    person core.person;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into o from handoff.obligation q where q.code = wanted and q.zone_id = z for update;
    if not found then perform core.missing('obligation', wanted); end if;
    if holder is not null then
        select * into person from core.person_of(z, holder);
        if person.id is null then perform core.missing('person', holder); end if;
    end if;
    update handoff.obligation q set what = coalesce(promised, q.what), due_on = coalesce(due, q.due_on),
        holder_id = coalesce(person.id, q.holder_id), kept_on = case when not reopened then q.kept_on end
    where q.id = o.id returning * into n;
    perform handoff.attend(o.project_id, core.day(at));
    return core.finish(z, request, digest, at, 'obligation', 'correct', 'obligation:' || wanted,
        jsonb_build_object('reason', why, 'before', to_jsonb(o) - 'id', 'after', to_jsonb(n) - 'id'), array[wanted]);
end $$;
select core.expose('handoff.correct_obligation', 'coordinator');
