-- Every chain with what a seal or a check of it needs, one row a subject in octet order: hashes of 32 octets as they are
-- stored, contents of 4 as the rows now read, and whether the chain is intact. An auditor of the region gets all chains;
-- an auditor of a zone those with an event of the zone, whole, since a chain cannot be checked in part.
create or replace function core.event_chains() returns table (
    subject text, ids bigint[], xacts bigint[], hashes bytea, contents bytea, intact boolean
) language plpgsql stable security definer
set search_path = core, pg_temp set work_mem = '128MB' set max_parallel_workers_per_gather = 0 as $$
declare
    z bigint := core.active_zone();
    whole boolean := core.has_role('auditor', null);
begin
    if not whole and z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    if not core.has_role('auditor', z) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = 'auditor';
    end if;
    return query
        select r.subject, array_agg(r.id), array_agg(r.xact), string_agg(r.hash, ''),
            string_agg(substr(r.content, 1, 4), ''), bool_and(r.intact)
        from (
            select e.subject collate "C" as subject, e.seq, e.id, e.xact::text::bigint as xact, e.hash, e.content,
                e.seq = row_number() over w
                    and e.prev_hash = coalesce(lag(e.hash) over w, '')
                    and e.hash = core.event_hash(e.prev_hash, e.seq, e.content) as intact
            -- `offset 0`: the content is hashed once for both of its uses.
            from (select v.subject, v.seq, v.id, v.xact, v.hash, v.prev_hash, core.event_content(v) as content
                from core.event v
                where whole or v.subject in (select o.subject from core.event o where o.zone_id = z) offset 0) as e
            window w as (partition by e.subject collate "C" order by e.seq, e.id)
        ) as r
        group by r.subject order by r.subject;
end $$;
select core.expose('core.event_chains', 'auditor');
