-- Admits a cohort's applications by the scores of both reviewers, the highest sum first, then who came first; whoever finds
-- no seat joins the queue in this order. Applications that lack a score stay as they are.
create or replace function enrollment.admit(request uuid, digest bytea, at timestamptz, cohort_code text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    ranked bigint[];
    answer text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    cohort := enrollment.open_cohort(z, cohort_code, at);
    if cohort.mode <> 'score' then perform core.reject('cohort_mode_fits', cohort_code, cohort.mode); end if;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    if s.closed then perform core.reject('cohort_open', cohort_code); end if;
    select array_agg(e.id order by r.total desc, e.applied_at, e.id) into ranked
    from enrollment.enrollment e
    join (select v.enrollment_id, sum(v.score) as total from enrollment.score v group by v.enrollment_id having count(*) = 2) r
        on r.enrollment_id = e.id
    where e.cohort_id = cohort.id and e.state = 'under_review';
    answer := enrollment.place_in_order(s, cohort, coalesce(ranked, '{}'), at);
    return core.finish(z, request, digest, at, 'application', 'admit', 'cohort:' || cohort_code,
        jsonb_build_object('placed', answer), answer);
end $$;
select core.expose('enrollment.admit', 'officer');
