-- What a document of the active zone holds; `body` is null when the content lies in a directory.
create or replace function core.document_content(wanted text)
returns table (file_name text, sha256 bytea, size bigint, body bytea)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
        select d.file_name, d.sha256, c.size, c.body
        from core.document d join core.content c on c.zone_id = d.zone_id and c.sha256 = d.sha256
        where d.zone_id = z and d.code = wanted;
end $$;
select core.expose('core.document_content', 'officer');
