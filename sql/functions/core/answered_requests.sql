-- Which of these requests of the caller's were answered before: what a session file that is run again has done.
create or replace function core.answered_requests(ids uuid[]) returns uuid[]
language sql stable security definer set search_path = core, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from core.request r where r.actor = session_user and r.id = any (ids)
$$;
select core.expose('core.answered_requests', 'reader');
