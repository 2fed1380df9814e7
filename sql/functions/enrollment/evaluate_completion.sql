-- Writes the judgements that the program made, if the facts they rest on still stand; the cohort's lock keeps them so.
create or replace function enrollment.evaluate_completion(
    request uuid, digest bytea, at timestamptz, cohort_code text, rule bigint, codes text[], facts text[], verdicts text[]
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
    if not exists (select from enrollment.recorded_session r where r.cohort_id = cohort.id) then
        perform core.reject('completion_needs_sessions', cohort_code);
    end if;
    in_force := enrollment.completion_rule_of(cohort.id);
    -- Judged is everybody whom the states let complete, on the facts that stand now: nobody left out, nobody twice.
    if in_force.id is distinct from rule or exists (
            select from unnest(codes, facts) as u (code, facts)
            full join enrollment.completion_facts(cohort.id) f on f.code = u.code where f.facts is distinct from u.facts) then
        perform core.reject('completion_facts_stand', cohort_code);
    end if;
    insert into enrollment.completion (enrollment_id, zone_id, verdict, completion_rule_id, required_share_ppm, recorded,
        attended, hours, completed_on, evaluated_at, by_hours, recorded_hours, leave_hours)
    select e.id, e.zone_id, u.verdict, in_force.id, in_force.attended_share_ppm, n.recorded, n.attended, n.hours,
        case when u.verdict = 'completed' then cohort.ends_on end, evaluate_completion.at, in_force.counts = 'hours',
        n.recorded_hours, n.leave_hours
    from unnest(codes, verdicts) as u (code, verdict) join enrollment.enrollment e on e.code = u.code
    join enrollment.attendance_counts(cohort.id) n on n.enrollment_id = e.id
    on conflict (enrollment_id) do update set verdict = excluded.verdict, completion_rule_id = excluded.completion_rule_id,
        required_share_ppm = excluded.required_share_ppm, recorded = excluded.recorded, attended = excluded.attended,
        hours = excluded.hours, completed_on = excluded.completed_on, evaluated_at = excluded.evaluated_at,
        by_hours = excluded.by_hours, recorded_hours = excluded.recorded_hours, leave_hours = excluded.leave_hours;
    update enrollment.enrollment e set state = t.to_state
    from unnest(codes, verdicts) as u (code, verdict)
    join enrollment.transition t on t.act = case u.verdict when 'completed' then 'complete' else 'fail' end
    where e.code = u.code and e.cohort_id = cohort.id and t.from_state = e.state;
    update enrollment.cohort c set evaluated_on = core.day(evaluate_completion.at) where c.id = cohort.id;
    return core.finish(z, request, digest, at, 'completion', 'evaluate', 'cohort:' || cohort_code,
        jsonb_build_object('rule', in_force.version, 'verdicts', jsonb_object(codes, verdicts)),
        array[in_force.attended_share_ppm::text, in_force.counts, in_force.examination::text, in_force.leave_one_in::text]
            || codes || facts);
end $$;
select core.expose('enrollment.evaluate_completion', 'officer');
