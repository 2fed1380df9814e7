-- A person leaves: every role ends now, sessions that are open are ended, the login is shut. An administrator of a zone
-- closes only those who work for that zone alone.
create or replace function core.close_officer(request uuid, digest bytea, at timestamptz, closing text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    whole boolean := core.has_role('admin', null);
    prior text[];
    ended int;
begin
    prior := core.begin('admin', z, request, digest, at, regional => whole);
    if prior is not null then return prior; end if;
    lock table core.membership in share row exclusive mode;
    if not exists (select from core.officer o where o.login = closing and o.closed_at is null)
        and not exists (select from core.membership m where m.login = closing and m.revoked_at is null) then
        perform core.missing('officer', closing);
    end if;
    if closing = session_user then perform core.reject('officer_not_oneself', closing); end if;
    if not whole and exists (select from core.membership m where m.login = closing and m.revoked_at is null
        and m.zone_id is distinct from z) then
        perform core.reject('officer_of_one_zone', closing);
    end if;
    update core.membership m set revoked_at = clock_timestamp() where m.login = closing and m.revoked_at is null;
    get diagnostics ended = row_count;
    update core.officer o set closed_at = clock_timestamp() where o.login = closing;
    -- Logins are the cluster's: what a sample's administrator closes must stay open in the real database beside it.
    if not (select sample from core.database) then perform core.close_login(closing); end if;
    return core.finish(z, request, digest, at, 'officer', 'close', 'officer:' || closing,
        jsonb_build_object('reason', reason, 'roles', ended), array[closing, ended::text]);
end $$;
select core.expose('core.close_officer', 'admin');
