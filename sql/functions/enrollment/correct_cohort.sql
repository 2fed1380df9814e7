-- A mistake in a cohort mended by a host with a reason; a null parameter leaves its field as it is. Days move only while
-- nobody was judged by them, and sessions stay within them.
create or replace function enrollment.correct_cohort(
    request uuid, digest bytea, at timestamptz, cohort_code text, reason text, new_number int, new_first date,
    new_last date, new_offer_days int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    old enrollment.cohort;
    mended enrollment.cohort;
    outside record;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    old := enrollment.hosted_cohort(z, cohort_code);
    perform from enrollment.cohort_seats s where s.cohort_id = old.id for update;
    update enrollment.cohort c set number = coalesce(new_number, c.number), starts_on = coalesce(new_first, c.starts_on),
        ends_on = coalesce(new_last, c.ends_on), offer_days = coalesce(new_offer_days, c.offer_days)
    where c.id = old.id returning * into mended;
    if (mended.starts_on, mended.ends_on) <> (old.starts_on, old.ends_on) then
        if mended.evaluated_on is not null then
            perform core.reject('cohort_not_judged', cohort_code, mended.evaluated_on::text);
        end if;
        select u.code, u.day into outside from (
            select r.session_code, r.held_on from enrollment.recorded_session r where r.cohort_id = old.id
            union all select s.session_code, core.day(s.starts_at) from schedule.session_of_cohort s
            where s.cohort_code = correct_cohort.cohort_code and s.state = 'scheduled') u (code, day)
        where u.day not between mended.starts_on and mended.ends_on order by u.day, u.code limit 1;
        if found then
            perform core.reject('session_within_cohort', outside.code, outside.day::text, mended.starts_on::text, mended.ends_on::text);
        end if;
        if exists (select from enrollment.cohort_seats s where s.cohort_id = old.id and s.release_on > mended.ends_on) then
            perform core.reject('quota_released_before_end', cohort_code, mended.ends_on::text);
        end if;
    end if;
    if mended = old then return core.answer(request, digest, at, array[cohort_code]); end if;
    return core.finish(z, request, digest, at, 'cohort', 'correct', 'cohort:' || cohort_code,
        jsonb_build_object('reason', reason, 'old', to_jsonb(old) - 'id' - 'zone_id', 'new', to_jsonb(mended) - 'id' - 'zone_id'),
        array[cohort_code]);
end $$;
select core.expose('enrollment.correct_cohort', 'officer');
