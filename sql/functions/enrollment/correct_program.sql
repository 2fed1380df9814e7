-- A mistake in a program of the zone's mended with a reason; a null parameter leaves its field as it is.
create or replace function enrollment.correct_program(
    request uuid, digest bytea, at timestamptz, program_code text, reason text, new_name_zh text, new_name_en text,
    new_audience text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    old enrollment.program;
    mended enrollment.program;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into old from enrollment.program g where g.zone_id = z and g.code = program_code for update;
    if not found then perform core.missing('program', program_code); end if;
    update enrollment.program g set name_zh = coalesce(new_name_zh, g.name_zh), name_en = coalesce(new_name_en, g.name_en),
        audience = coalesce(new_audience, g.audience)
    where g.id = old.id returning * into mended;
    if mended = old then return core.answer(request, digest, at, array[program_code]); end if;
    return core.finish(z, request, digest, at, 'program', 'correct', 'program:' || program_code,
        jsonb_build_object('reason', reason, 'old', to_jsonb(old) - 'id' - 'zone_id', 'new', to_jsonb(mended) - 'id' - 'zone_id'),
        array[program_code]);
end $$;
select core.expose('enrollment.correct_program', 'officer');
