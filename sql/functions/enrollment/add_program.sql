-- A new program, published to every zone.
create or replace function enrollment.add_program(
    request uuid, digest bytea, at timestamptz, new_code text, new_name_zh text, new_name_en text, new_audience text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('PG', at));
    insert into enrollment.program (zone_id, code, name_zh, name_en, audience)
    values (z, new_code, new_name_zh, new_name_en, new_audience);
    return core.finish(z, request, digest, at, 'program', 'add', 'program:' || new_code,
        jsonb_build_object('code', new_code, 'audience', new_audience), array[new_code]);
end $$;
select core.expose('enrollment.add_program', 'officer');
