-- Keeps a decision about a person or an organization; never changed afterwards. Part of verbs.
create or replace function eligibility.insert_decision(
    z bigint, person bigint, org bigint, version bigint, known_at timestamptz, at timestamptz, s eligibility.assessment
) returns eligibility.decision language sql set search_path = core, pg_temp as $$
    insert into eligibility.decision (zone_id, code, person_id, organization_id, version_id, as_of, known_at, decided_at,
        verdict, yes_mask, no_mask, window_from, window_until, amount_fen, input, input_sha256, answer)
    values (z, core.next_code('DE', at), person, org, version, s.as_of, known_at, at, s.verdict, s.yes_mask, s.no_mask,
        s.window_from, s.window_until, s.total_fen, s.input, sha256(convert_to(s.input, 'UTF8')), s.answer)
    returning *
$$;
