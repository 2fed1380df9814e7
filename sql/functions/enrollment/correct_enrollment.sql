-- What was entered about somebody's place in a cohort mended with a reason; a null parameter leaves its field as it is. Who
-- is in stays in, whatever the cohort asks for: that was decided on coming.
create or replace function enrollment.correct_enrollment(
    request uuid, digest bytea, at timestamptz, wanted text, reason text, new_award text, new_post_level text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    old enrollment.enrollment;
    mended enrollment.enrollment;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into old from enrollment.enrollment e where e.zone_id = z and e.code = wanted for update;
    if not found then perform core.missing('enrollment', wanted); end if;
    update enrollment.enrollment e set award = coalesce(new_award, e.award), post_level = coalesce(new_post_level, e.post_level)
    where e.id = old.id returning * into mended;
    if mended = old then return core.answer(request, digest, at, array[wanted, mended.state, null, null]); end if;
    return core.finish(z, request, digest, at, 'enrollment', 'correct', 'enrollment:' || wanted,
        jsonb_build_object('reason', reason, 'old', jsonb_build_object('award', old.award, 'post_level', old.post_level),
            'new', jsonb_build_object('award', mended.award, 'post_level', mended.post_level)),
        array[wanted, mended.state, null, null]);
end $$;
select core.expose('enrollment.correct_enrollment', 'officer');
