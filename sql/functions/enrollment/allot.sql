-- Places of a cohort for a unit of the zone, to which the unit sends people of its own.
create or replace function enrollment.allot(
    request uuid, digest bytea, at timestamptz, cohort_code text, unit_code text, new_places int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    unit bigint;
    used int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.open_cohort(z, cohort_code, at);
    if cohort.mode <> 'nomination' then perform core.reject('cohort_mode_fits', cohort_code, cohort.mode); end if;
    select o.id into unit from core.organization o where o.zone_id = z and o.code = unit_code;
    if not found then perform core.missing('org', unit_code); end if;
    perform from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    select count(*) into used from enrollment.enrollment n join enrollment.state h on h.code = n.state and h.holds_seat
    where n.cohort_id = cohort.id and n.nominated_by = unit;
    if used > new_places then
        perform core.reject('nomination_within_places', unit_code, new_places::text, used::text);
    end if;
    insert into enrollment.allotment (zone_id, cohort_id, organization_id, places) values (z, cohort.id, unit, new_places)
    on conflict (cohort_id, organization_id) do update set places = excluded.places;
    return core.finish(z, request, digest, at, 'quota', 'set', 'cohort:' || cohort_code,
        jsonb_build_object('unit', unit_code, 'places', new_places), '{}');
end $$;
select core.expose('enrollment.allot', 'officer');
