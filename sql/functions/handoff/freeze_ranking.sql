-- A month's ranking is frozen once, with the digest of its lines.
create or replace function handoff.freeze_ranking(request uuid, digest bytea, at timestamptz, wanted date, by_level text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    frozen bigint;
    root bytea;
    lines int;
begin
    prior := core.begin('joint_office', z, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    if wanted + interval '1 month' > core.day(at) then perform core.reject('ranking_month_over', to_char(wanted, 'YYYY-MM')); end if;
    insert into handoff.ranking (month, level, frozen_at, digest) values (wanted, by_level, at, '') returning id into frozen;
    insert into handoff.ranking_line select frozen, l.* from handoff.ranking_lines(wanted, by_level) l;
    get diagnostics lines = row_count;
    select sha256(convert_to(coalesce(string_agg(concat_ws(E'\x1f', l.subject, l.project_code, l.rule, l.on_day, l.share, l.points),
        E'\n' order by l.subject collate "C", l.project_code collate "C", l.rule collate "C"), ''), 'UTF8')) into root
    from handoff.ranking_line l where l.ranking_id = frozen;
    update handoff.ranking r set digest = root where r.id = frozen;
    return core.finish(z, request, freeze_ranking.digest, at, 'ranking', 'freeze', 'ranking:' || by_level || ':' || wanted,
        jsonb_build_object('digest', encode(root, 'hex'), 'lines', lines), array[wanted::text, by_level, lines::text, encode(root, 'hex')]);
end $$;
select core.expose('handoff.freeze_ranking', 'joint_office');
