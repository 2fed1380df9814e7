-- The certificate of a completed enrollment, by its own zone or by a host, with a code that lets strangers check it.
create or replace function enrollment.issue_certificate(
    request uuid, digest bytea, at timestamptz, enrollment_code text, new_code text, new_verification_code text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    trainee enrollment.enrollment;
    earlier text;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into trainee from enrollment.enrollment e
    where e.code = enrollment_code and (e.zone_id = z or exists (
        select from enrollment.cohort_party p where p.cohort_id = e.cohort_id and p.zone_id = z and p.level = 'host'))
    for update;
    if not found then perform core.missing('enrollment', enrollment_code); end if;
    if trainee.state <> 'completed' then
        perform core.reject('certificate_needs_completion', enrollment_code, trainee.state);
    end if;
    select t.code into earlier from enrollment.certificate t where t.enrollment_id = trainee.id;
    if found then perform core.reject('certificate_one_per_enrollment', enrollment_code, earlier); end if;
    new_code := coalesce(new_code, core.next_code('C', at));
    insert into core.verification_code (code, zone_id, kind, subject, shown, issued_at)
    select new_verification_code, trainee.zone_id, 'certificate', 'certificate:' || new_code,
        array[left(p.name, 1) || '＊', g.name_zh, m.completed_on::text], issue_certificate.at
    from enrollment.completion m, core.person p, enrollment.cohort c join enrollment.program g on g.id = c.program_id
    where m.enrollment_id = trainee.id and p.id = trainee.person_id and c.id = trainee.cohort_id;
    insert into enrollment.certificate (zone_id, code, enrollment_id, program_id, cohort_id, completion_rule_id, recorded,
        attended, hours, completed_on, issued_on, issued_by_zone_id, verification_code)
    select trainee.zone_id, new_code, trainee.id, c.program_id, c.id, m.completion_rule_id, m.recorded, m.attended, m.hours,
        m.completed_on, core.day(issue_certificate.at), z, new_verification_code
    from enrollment.completion m join enrollment.cohort c on c.id = trainee.cohort_id
    where m.enrollment_id = trainee.id;
    return core.finish(z, request, digest, at, 'certificate', 'issue', 'certificate:' || new_code,
        jsonb_build_object('enrollment', enrollment_code), array[new_code, new_verification_code]);
end $$;
select core.expose('enrollment.issue_certificate', 'officer');
