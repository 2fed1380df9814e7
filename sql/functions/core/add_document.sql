-- A document of a case; content that is known already is not stored again. `body` null: the content lies in a directory.
create or replace function core.add_document(
    request uuid, digest bytea, at timestamptz,
    new_code text, case_subject text, new_title text, new_file_name text, content_sha256 bytea, content_size bigint, content_body bytea
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('D', at));
    insert into core.content values (z, content_sha256, content_size, content_body,
        case when content_body is null then 'directory' else 'database' end)
    on conflict (zone_id, sha256) do nothing;
    insert into core.document (zone_id, code, subject, title, file_name, sha256, size, added_at)
    values (z, new_code, case_subject, new_title, new_file_name, content_sha256, content_size, at);
    return core.finish(z, request, digest, at, 'document', 'add', 'document:' || z || ':' || new_code,
        jsonb_build_object('subject', case_subject, 'sha256', encode(content_sha256, 'hex')),
        array[new_code, encode(content_sha256, 'hex')]);
end $$;
select core.expose('core.add_document', 'officer');
