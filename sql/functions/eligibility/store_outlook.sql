-- One part of a sweep: the answers of one policy for some people take the place of earlier ones, with their edges.
create or replace function eligibility.store_outlook(
    request uuid, digest bytea, at timestamptz, policy_code text, swept_on date, people bigint[], versions bigint[],
    verdicts text[], yes bigint[], no bigint[], near text[], froms date[], untils date[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    policy bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select p.id into policy from eligibility.policy p where p.code = policy_code;
    if not found then perform core.missing('policy', policy_code); end if;
    insert into eligibility.outlook as o (zone_id, person_id, policy_id, version_id, as_of, verdict, yes_mask, no_mask,
        near_clause, window_from, window_until)
    select z, r.person, policy, r.version, swept_on, r.verdict, r.yes, r.no, r.near, r.f, r.u
    from unnest(people, versions, verdicts, yes, no, near, froms, untils) as r (person, version, verdict, yes, no, near, f, u)
    on conflict on constraint outlook_once do update set version_id = excluded.version_id, as_of = excluded.as_of,
        verdict = excluded.verdict, yes_mask = excluded.yes_mask, no_mask = excluded.no_mask,
        near_clause = excluded.near_clause, window_from = excluded.window_from, window_until = excluded.window_until;
    delete from eligibility.outlook_edge e where e.zone_id = z and e.policy_id = policy and e.person_id = any (people);
    insert into eligibility.outlook_edge (zone_id, on_day, person_id, policy_id, becomes)
    select z, e.on_day, r.person, policy, e.becomes
    from unnest(people, froms, untils) as r (person, f, u)
    cross join lateral (values (r.f, true), (r.u + 1, false)) as e (on_day, becomes)
    where e.on_day is not null;
    return core.answer(request, digest, at, array[cardinality(people)::text]);
end $$;
select core.expose('eligibility.store_outlook', 'officer');
