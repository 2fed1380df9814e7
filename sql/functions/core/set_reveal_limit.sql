-- How many times a login may see sealed values in an hour and in a day, from a day on.
create or replace function core.set_reveal_limit(
    request uuid, digest bytea, at timestamptz, from_day date, hourly int, daily int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    last core.reveal_limit;
begin
    prior := core.begin('admin', null, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    perform pg_advisory_xact_lock(hashtextextended('core.reveal_limit', 0));
    select * into last from core.reveal_limit l order by l.valid_from desc limit 1;
    if from_day < core.day(at) or from_day <= last.valid_from then
        perform core.reject('rule_from_a_later_day', greatest(core.day(at), last.valid_from + 1)::text);
    end if;
    insert into core.reveal_limit values (from_day, hourly, daily);
    return core.finish(z, request, digest, at, 'reveal', 'limit', 'reveal:limit',
        jsonb_build_object('from', from_day, 'per_hour', hourly, 'per_day', daily, 'per_hour_before', last.per_hour,
            'per_day_before', last.per_day), array[from_day::text]);
end $$;
select core.expose('core.set_reveal_limit', 'admin');
