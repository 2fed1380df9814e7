-- Whose records of the active zone may go by `until`: the day after the last of their periods, and which one that is.
-- People with an open case are not in it.
create or replace function core.retention_due(until date) returns table (
    person text, due_on date, kind text, since date, basis_zh text, basis_en text
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    activity text := (
        select string_agg(format('select %L, v.person_id, v.last_on from %s v where v.zone_id = $1', s.kind, s.view_name),
            ' union all ') from core.retention_source s);
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query execute format($q$
        with period as materialized (
            select b.kind, b.valid_from, lead(b.valid_from, 1, 'infinity') over (partition by b.kind order by b.valid_from)
                as ended_on, make_interval(months => b.months) as kept, b.basis_zh, b.basis_en
            from core.retention_period b),
        -- All events of people in one pass: a look-up for each person costs ten times as much.
        person_event as materialized (
            select v.subject, max(v.at) as at from core.event v where v.subject ^@ ('person:' || $1 || ':')
            group by v.subject),
        fact (kind, person_id, since) as (
            select 'person', p.id, core.day(e.at) from core.person p
            join person_event e on e.subject = 'person:' || $1 || ':' || p.code where p.zone_id = $1
            union all select h.kind, h.person_id, h.released_on from core.person_hold h
            where h.zone_id = $1 and h.released_on is not null
            %s)
        select r.code, r.due_on, r.kind, r.since, r.basis_zh, r.basis_en
        from (
            select distinct on (k.id) k.code, k.id, k.erased_on, (f.since + b.kept)::date + 1 as due_on, f.kind, f.since,
                b.basis_zh, b.basis_en
            from fact f join core.person p on p.id = f.person_id
            join core.person k on k.id = coalesce(p.merged_into, p.id)
            join period b on b.kind = f.kind and f.since >= b.valid_from and f.since < b.ended_on
            order by k.id, (f.since + b.kept)::date desc) as r
        where r.erased_on is null and r.due_on <= $2 and not exists (
            select from core.person_hold h join core.person q on q.id = h.person_id
            where h.zone_id = $1 and h.released_on is null and coalesce(q.merged_into, q.id) = r.id)
        order by r.due_on, r.code $q$, coalesce(' union all ' || activity, ''))
    using z, until;
end $$;
select core.expose('core.retention_due', 'officer');
