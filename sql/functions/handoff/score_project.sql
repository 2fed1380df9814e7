-- One scorer's values for a project, each worth the points of the band that it reaches. Two scorers make it complete.
create or replace function handoff.score_project(
    request uuid, digest bytea, at timestamptz, wanted text, by_rubric text, codes text[], vals int[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
    r handoff.rubric;
    e handoff.evaluation;
    wrong text;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    select * into r from handoff.rubric b where b.code = by_rubric and b.valid_from <= core.day(at) order by b.version desc limit 1;
    if not found then perform core.missing('rubric', by_rubric); end if;
    select string_agg(coalesce(c.code, g.code), ', ') into wrong
    from (select * from handoff.criterion k where k.rubric = r.code and k.version = r.version) c
    full join (select distinct u.code from unnest(codes) u (code)) g on g.code = c.code
    where c.code is null or g.code is null;
    if wrong is not null then perform core.reject('score_covers_rubric', wanted, wrong); end if;
    insert into handoff.evaluation (project_id, rubric, version) values (p.id, r.code, r.version)
    on conflict on constraint evaluation_once do update set complete = evaluation.complete returning * into e;
    if e.complete then perform core.reject('evaluation_two_scorers', wanted); end if;
    insert into handoff.score
    select e.id, p.id, session_user, z, at, r.code, r.version, c.code, g.value,
        case when c.is_veto then 0 else coalesce((select max(b.points) from handoff.band b
            where b.rubric = r.code and b.version = r.version and b.criterion = c.code and b.at_least <= g.value), 0) end,
        c.is_veto and g.value > 0
    from unnest(codes, vals) g (code, value)
    join handoff.criterion c on c.rubric = r.code and c.version = r.version and c.code = g.code;
    update handoff.evaluation v set complete = (select count(distinct s.scorer) >= 2 from handoff.score s where s.evaluation_id = v.id)
    where v.id = e.id returning * into e;
    return core.finish(z, request, digest, at, 'evaluation', 'score', 'project:' || wanted,
        jsonb_build_object('rubric', r.code, 'version', r.version),
        array[wanted, (select sum(s.points) from handoff.score s where s.evaluation_id = e.id and s.scorer = session_user)::text,
            e.complete::text, (select bool_or(s.vetoed) from handoff.score s where s.evaluation_id = e.id)::text]);
end $$;
select core.expose('handoff.score_project', 'coordinator');
