-- The draw of a cohort: applications in the order of SHA-256 of seed, colon and code, which anyone can repeat; each gets a
-- seat of its zone's quota, else of the pool, else a number in the queue in this order.
create or replace function enrollment.draw(request uuid, digest bytea, at timestamptz, cohort_code text, new_seed text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    drawn bigint[];
    answer text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    cohort := enrollment.open_cohort(z, cohort_code, at);
    if cohort.mode <> 'draw' then perform core.reject('cohort_mode_fits', cohort_code, cohort.mode); end if;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    if s.closed then perform core.reject('cohort_open', cohort_code); end if;
    if exists (select from enrollment.draw d where d.cohort_id = cohort.id) then
        perform core.reject('draw_once', cohort_code);
    end if;
    select array_agg(e.id order by sha256(convert_to(new_seed || ':' || e.code, 'UTF8')), e.code collate "C") into drawn
    from enrollment.enrollment e where e.cohort_id = cohort.id and e.state = 'applied';
    insert into enrollment.draw (cohort_id, seed, drawn_at, codes)
    select cohort.id, new_seed, draw.at, array(
        select e.code from unnest(drawn) with ordinality u (id, place) join enrollment.enrollment e on e.id = u.id
        order by u.place);
    answer := enrollment.place_in_order(s, cohort, coalesce(drawn, '{}'), at);
    return core.finish(z, request, digest, at, 'cohort', 'draw', 'cohort:' || cohort_code,
        jsonb_build_object('seed', new_seed, 'placed', answer), answer);
end $$;
select core.expose('enrollment.draw', 'officer');
