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
    new_code text;
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
    new_code := core.next_code('DE', at);
    insert into eligibility.decision (zone_id, code, person_id, organization_id, version_id, as_of, known_at, decided_at,
        verdict, yes_mask, no_mask, window_from, window_until, amount_fen, input, input_sha256, answer)
    values (z, new_code, person.id, org, version, new_as_of, new_known_at, at, new_verdict, new_yes, new_no, new_from,
        new_until, new_amount, new_input, sha256(convert_to(new_input, 'UTF8')), new_answer);
    return core.finish(z, request, digest, at, 'eligibility', 'decide', 'decision:' || new_code,
        jsonb_build_object('policy', policy_code, 'version', version_code, 'as_of', new_as_of, 'verdict', new_verdict),
        array[new_code]);
end $$;
select core.expose('eligibility.record_decision', 'officer');
