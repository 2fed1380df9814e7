-- Writes the judgements that the program made, if the facts they rest on still stand; the cohort's lock keeps them so.
create or replace function enrollment.evaluate_completion(
    request uuid, digest bytea, at timestamptz, cohort_code text, rule bigint, sessions int,
    codes text[], attended_counts int[], verdicts text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    in_force enrollment.completion_rule;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    perform from enrollment.cohort_seats s where s.cohort_id = cohort.id for update;
    if core.day(at) < cohort.ends_on then perform core.reject('cohort_ended', cohort_code, cohort.ends_on::text); end if;
    if sessions = 0 then perform core.reject('completion_needs_sessions', cohort_code); end if;
    in_force := enrollment.completion_rule_of(cohort.id);
    -- Judged is everybody whom the states let complete, on the counts that stand now: nobody left out, nobody twice.
    if in_force.id is distinct from rule
        or sessions <> (select count(*) from enrollment.recorded_session r where r.cohort_id = cohort.id)
        or exists (
            select from unnest(codes, attended_counts) as u (code, attended)
            full join (
                select e.code, n.attended from enrollment.attendance_counts(cohort.id) n
                join enrollment.enrollment e on e.id = n.enrollment_id
                join enrollment.transition t on t.from_state = e.state and t.act = 'complete') f on f.code = u.code
            where f.attended is distinct from u.attended) then
        perform core.reject('completion_facts_stand', cohort_code);
    end if;
    insert into enrollment.completion (enrollment_id, zone_id, verdict, completion_rule_id, required_share_ppm,
        recorded, attended, hours, completed_on, evaluated_at)
    select e.id, e.zone_id, u.verdict, in_force.id, in_force.attended_share_ppm, sessions, n.attended, n.hours,
        case when u.verdict = 'completed' then cohort.ends_on end, evaluate_completion.at
    from unnest(codes, verdicts) as u (code, verdict) join enrollment.enrollment e on e.code = u.code
    join enrollment.attendance_counts(cohort.id) n on n.enrollment_id = e.id
    on conflict (enrollment_id) do update set verdict = excluded.verdict, completion_rule_id = excluded.completion_rule_id,
        required_share_ppm = excluded.required_share_ppm, recorded = excluded.recorded, attended = excluded.attended,
        hours = excluded.hours, completed_on = excluded.completed_on, evaluated_at = excluded.evaluated_at;
    update enrollment.enrollment e set state = t.to_state
    from unnest(codes, verdicts) as u (code, verdict)
    join enrollment.transition t on t.act = case u.verdict when 'completed' then 'complete' else 'fail' end
    where e.code = u.code and e.cohort_id = cohort.id and t.from_state = e.state;
    update enrollment.cohort c set evaluated_on = core.day(evaluate_completion.at) where c.id = cohort.id;
    return core.finish(z, request, digest, at, 'completion', 'evaluate', 'cohort:' || cohort_code,
        jsonb_build_object('rule', in_force.version, 'sessions', sessions, 'verdicts', jsonb_object(codes, verdicts)),
        array[sessions::text, in_force.attended_share_ppm::text] || codes || attended_counts::text[]);
end $$;
select core.expose('enrollment.evaluate_completion', 'officer');
