-- Seats of a cohort reserved for a zone, and the day on which unused ones join the pool; who waits gets what falls free.
create or replace function enrollment.set_quota(
    request uuid, digest bytea, at timestamptz, cohort_code text, zone_code text, new_seats int, new_release date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    party enrollment.cohort_party;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    cohort := enrollment.open_cohort(z, cohort_code, at);
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    if s.unlimited then perform core.reject('quota_needs_capacity', cohort_code); end if;
    if zone_code is not null then
        select p.* into party from enrollment.cohort_party p join core.zone o on o.id = p.zone_id
        where p.cohort_id = cohort.id and o.code = zone_code;
        if not found then perform core.missing('zone', zone_code); end if;
        insert into enrollment.quota (cohort_id, zone_id, seats) values (cohort.id, party.zone_id, new_seats)
        on conflict (cohort_id, zone_id) do update set seats = excluded.seats;
        s.quotas[party.place] := new_seats;
        s.reserved := (select sum(q) from unnest(s.quotas) q);
        s.pool_taken := (select coalesce(sum(greatest(t - q, 0)), 0) from unnest(s.zone_taken, s.quotas) u (t, q));
        if s.pool_taken > s.capacity - s.reserved then
            perform core.reject('quota_from_free_seats', cohort_code, zone_code,
                (new_seats - (s.pool_taken + s.reserved - s.capacity))::text);
        end if;
    end if;
    if new_release is not null then
        if new_release > cohort.ends_on then perform core.reject('quota_released_before_end', cohort_code, cohort.ends_on::text); end if;
        s.release_on := new_release;
    end if;
    return enrollment.refilled(z, request, digest, at, cohort, s, 'set',
        jsonb_build_object('zone', zone_code, 'seats', new_seats, 'release_on', new_release));
end $$;
select core.expose('enrollment.set_quota', 'officer');
