-- What came of a part on a day, and what of it was refunded. The first amount starts the sharings that wait for it.
create or replace function handoff.record_amount(
    request uuid, digest bytea, at timestamptz, wanted text, part_name text, of_measure text, day date, gross bigint, back bigint
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
    t handoff.project_part;
    a handoff.agreement;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    t := handoff.held_part(z, p.id, part_name);
    if day > core.day(at) or exists (
        select from handoff.settlement s where s.part_id = t.id and s.measure = of_measure and s.year >= extract(year from day)) then
        perform core.reject('amount_day_open', wanted, day::text);
    end if;
    insert into handoff.amount (project_id, part_id, measure, on_day, amount, refund, zone_id)
    values (p.id, t.id, of_measure, day, gross, back, z);
    if gross > 0 then
        for a in select * from handoff.agreement g where g.part_id = t.id and g.measure = of_measure
            and g.starts = 'first_amount' and g.starts_on is null order by g.handoff_id loop
            perform handoff.start_sharing(a, greatest(day, a.accepted_on));
        end loop;
    end if;
    return core.finish(z, request, digest, at, 'credit', 'record', 'project:' || wanted,
        jsonb_build_object('part', part_name, 'measure', of_measure, 'on', day, 'amount', gross, 'refund', back), array[wanted]);
end $$;
select core.expose('handoff.record_amount', 'coordinator');
