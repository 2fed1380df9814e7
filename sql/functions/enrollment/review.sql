-- The score of one of two reviewers, neither of whom entered the application.
create or replace function enrollment.review(request uuid, digest bytea, at timestamptz, wanted text, points int)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    e enrollment.enrollment;
    given int;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into e from enrollment.enrollment a where a.zone_id = z and a.code = wanted for update;
    if not found then perform core.missing('enrollment', wanted); end if;
    if exists (select from enrollment.cohort c where c.id = e.cohort_id and c.mode <> 'score') then
        perform core.reject('cohort_mode_fits', (select c.code from enrollment.cohort c where c.id = e.cohort_id),
            (select c.mode from enrollment.cohort c where c.id = e.cohort_id));
    end if;
    select count(*) into given from enrollment.score r where r.enrollment_id = e.id;
    insert into enrollment.score (zone_id, enrollment_id, position, reviewer, entered_by, score, at)
    values (z, e.id, given + 1, session_user, e.applied_by, points, review.at);
    update enrollment.enrollment a set state = t.to_state from enrollment.transition t
    where a.id = e.id and t.from_state = a.state and t.act = 'review';
    if not found then perform core.reject('enrollment_allows_step', wanted, e.state, 'review'); end if;
    return core.finish(z, request, digest, at, 'application', 'review', 'enrollment:' || wanted,
        jsonb_build_object('position', given + 1), array[wanted, 'under_review', (given + 1)::text]);
end $$;
select core.expose('enrollment.review', 'reviewer');
