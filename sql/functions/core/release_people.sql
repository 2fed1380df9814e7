-- For modules: many cases are over; what `core.release_person` does for one.
create or replace function core.release_people(z bigint, case_subjects text[], on_day date) returns void
language sql set search_path = core, pg_temp as $$
    update core.person_hold h set released_on = greatest(on_day, h.placed_on)
    where h.zone_id = z and h.subject = any (case_subjects) and h.released_on is null
$$;
