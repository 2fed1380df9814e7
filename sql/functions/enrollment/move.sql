-- Moves an enrollment into the cohort where its seat is counted already, and fills the seat it leaves. Part of transfer.
create or replace function enrollment.move(
    e enrollment.enrollment, left_one enrollment.cohort, cohort enrollment.cohort, at timestamptz, override text
) returns jsonb language plpgsql set search_path = core, pg_temp as $$
declare
    s enrollment.cohort_seats;
    left_place int;
    filled record;
    obstacles text[];
begin
    if exists (select from enrollment.enrollment o where o.cohort_id = cohort.id and o.identity_id = e.identity_id
            and o.state not in ('withdrawn', 'rejected')) then
        perform core.reject('enrollment_one_per_cohort', cohort.code, (select p.code from core.person p where p.id = e.person_id));
    end if;
    perform enrollment.lock_identity(e.identity_id);
    insert into enrollment.transfer (zone_id, enrollment_id, at, from_cohort_id, to_cohort_id)
    values (e.zone_id, e.id, move.at, left_one.id, cohort.id);
    update enrollment.enrollment a set cohort_id = cohort.id, queue_number = null, group_code = null where a.id = e.id
    returning * into e;
    if override is null then
        obstacles := enrollment.obstacles(cohort, e, at);
        if obstacles <> '{}' then
            perform core.reject('enrollment_prerequisites_met', variadic array[cohort.code,
                (select p.code from core.person p where p.id = e.person_id)] || obstacles);
        end if;
    end if;
    select * into s from enrollment.cohort_seats t where t.cohort_id = left_one.id;
    select p.place into left_place from enrollment.cohort_party p where p.cohort_id = left_one.id and p.zone_id = e.zone_id;
    filled := enrollment.fill(enrollment.counted(s, left_place, -1, 0), left_one, at);
    perform enrollment.save_seats(filled.seats);
    return jsonb_build_object('promoted', nullif(array_to_string(filled.promoted, ','), ''), 'passed_over', filled.passed);
end $$;
