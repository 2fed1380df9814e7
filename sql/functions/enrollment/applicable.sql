-- Refuses applications that a cohort does not take now; answers its counters after a release that is due. Part of apply.
create or replace function enrollment.applicable(
    cohort enrollment.cohort, s enrollment.cohort_seats, place int, n int, split boolean, at timestamptz
) returns enrollment.cohort_seats language plpgsql set search_path = core, pg_temp as $$
begin
    if s.closed then perform core.reject('cohort_open', cohort.code); end if;
    if cohort.mode = 'nomination' then perform core.reject('cohort_mode_fits', cohort.code, cohort.mode); end if;
    if cohort.mode <> 'first-come' and n > 1 and not split then
        perform core.reject('group_needs_first_come', cohort.code, cohort.mode);
    end if;
    if exists (select from enrollment.draw d where d.cohort_id = cohort.id) then
        perform core.reject('draw_still_to_come', cohort.code);
    end if;
    if s.release_on <= core.day(at) then
        s := (enrollment.fill(s, cohort, at)).seats;
    end if;
    if s.reserved > 0 and s.reserved = s.capacity and s.quotas[place] = 0 then
        perform core.reject('zone_has_quota', cohort.code, coalesce(s.release_on::text, ''));
    end if;
    return s;
end $$;
