-- Which of these requests of the caller's were answered before: what a session file that is run again has done.
create or replace function core.answered_requests(ids uuid[]) returns uuid[]
language sql stable security definer set search_path = core, pg_temp as $$
    -- Of the column's collation: a name's is another, and the index would not serve.
    select coalesce(array_agg(r.id), '{}') from core.known_request r
    where r.actor = session_user::text collate "default" and r.id = any (ids)
$$;
select core.expose('core.answered_requests', 'reader');
