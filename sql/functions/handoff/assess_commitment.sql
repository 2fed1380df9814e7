-- The credit of a firm and its project, criterion by criterion; the sum gives the level.
create or replace function handoff.assess_commitment(
    request uuid, digest bytea, at timestamptz, wanted text, codes text[], given int[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
    wrong text;
    total int;
    reached handoff.assessment_level;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    select string_agg(coalesce(c.code, g.code), ', ') into wrong
    from handoff.assessment_criterion c full join unnest(codes, given) g (code, points) on g.code = c.code
    where c.code is null or g.code is null or g.points not between 0 and c.most;
    if wrong is not null or cardinality(codes) <> (select count(*) from handoff.assessment_criterion) then
        perform core.reject('assessment_covers_criteria', wanted, coalesce(wrong, array_to_string(codes, ', ')));
    end if;
    total := (select sum(u.points) from unnest(given) u (points));
    select * into reached from handoff.assessment_level l where l.at_least <= total order by l.at_least desc limit 1;
    insert into handoff.assessment (project_id, zone_id, assessed_on, actor, score, level, parts)
    values (p.id, z, core.day(at), session_user, total, reached.code, jsonb_object(codes, given::text[]));
    return core.finish(z, request, digest, at, 'commitment', 'assess', 'project:' || wanted,
        jsonb_build_object('score', total, 'level', reached.code),
        array[wanted, total::text, reached.code, reached.may_commit::text]);
end $$;
select core.expose('handoff.assess_commitment', 'coordinator');
