-- A trainee moves to a free seat of another cohort; code, history and attendance move along, and the seat left behind goes
-- to the queue there. Without a free seat nothing changes and the full limit is named.
create or replace function enrollment.transfer(
    request uuid, digest bytea, at timestamptz, wanted text, cohort_code text, reason text, override text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    e enrollment.enrollment;
    left_one enrollment.cohort;
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    own_place int;
    change jsonb;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select a.* into e from enrollment.enrollment a where a.zone_id = z and a.code = wanted;
    if not found then perform core.missing('enrollment', wanted); end if;
    select c.* into left_one from enrollment.cohort c where c.id = e.cohort_id;
    cohort := enrollment.open_cohort(z, cohort_code, at);
    if cohort.id = left_one.id then perform core.reject('transfer_between_cohorts', cohort_code); end if;
    perform from enrollment.cohort_seats t where t.cohort_id in (cohort.id, left_one.id) order by t.cohort_id for update;
    select * into e from enrollment.enrollment a where a.id = e.id for update;
    if e.state <> 'enrolled' or e.cohort_id <> left_one.id then
        perform core.reject('enrollment_allows_step', wanted, e.state, 'transfer');
    end if;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id;
    if s.closed then perform core.reject('cohort_open', cohort_code); end if;
    s := (enrollment.fill(s, cohort, at)).seats;
    select p.place into own_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = z;
    if enrollment.seats_for(s, own_place) < 1 then
        perform core.reject('cohort_has_seats', cohort_code, enrollment.seats_full(s, own_place));
    end if;
    perform enrollment.save_seats(enrollment.counted(s, own_place, 1, 0));
    change := enrollment.move(e, left_one, cohort, at, override);
    return core.finish(z, request, digest, at, 'enrollment', 'transfer', 'enrollment:' || wanted,
        change || jsonb_build_object('from', left_one.code, 'to', cohort_code, 'reason', reason, 'override', override),
        array[wanted, 'enrolled', cohort_code, change ->> 'promoted']);
end $$;
select core.expose('enrollment.transfer', 'officer');
