-- Keeps a decision as it was shown; only of people and organizations of the zone and of versions that were published.
create or replace function eligibility.record_decision(
    request uuid, digest bytea, at timestamptz, subject_code text, policy_code text, version_code text, new_as_of date,
    new_known_at timestamptz, new_verdict text, new_yes bigint, new_no bigint, new_from date, new_until date,
    new_amount bigint, new_input text, new_answer text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    org bigint;
    version bigint;
    made eligibility.decision;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, subject_code);
    if person.id is null then
        select o.id into org from core.organization o where o.zone_id = z and o.code = subject_code;
        if not found then perform core.missing('person', subject_code); end if;
    end if;
    select v.id into version from eligibility.version v join eligibility.policy p on p.id = v.policy_id
    join eligibility.version_zone vz on vz.version_id = v.id and vz.zone_id = z
    where p.code = policy_code and v.code = version_code;
    if not found then perform core.missing('version', policy_code || ' ' || version_code); end if;
    made := eligibility.insert_decision(z, person.id, org, version, new_known_at, at, row(version_code, new_as_of, new_verdict,
        new_yes, new_no, new_from, new_until, new_amount, new_input, new_answer, null, null, null, null, null, null));
    return core.finish(z, request, digest, at, 'eligibility', 'decide', 'decision:' || made.code,
        jsonb_build_object('policy', policy_code, 'version', version_code, 'as_of', new_as_of, 'verdict', new_verdict),
        array[made.code]);
end $$;
select core.expose('eligibility.record_decision', 'officer');
