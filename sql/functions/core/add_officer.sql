-- A person's own login; adding one again that was closed opens it, with no role yet.
create or replace function core.add_officer(
    request uuid, digest bytea, at timestamptz, new_login text, new_name text, new_os_user text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    known core.officer;
begin
    prior := core.begin('admin', z, request, digest, at, regional => core.has_role('admin', null));
    if prior is not null then return prior; end if;
    lock table core.membership in share row exclusive mode;
    select * into known from core.officer o where o.login = new_login;
    if known.login is not null and known.closed_at is null then perform core.reject('officer_once', new_login); end if;
    if new_os_user ~ '^zb_' then perform core.reject('officer_os_user_form', new_os_user); end if;
    -- A role that is there already belongs to somebody: only a login that this database knows is opened again.
    if known.login is null and not exists (select from core.membership m where m.login = new_login)
        and exists (select from pg_roles r where r.rolname = new_login)
        and not (select sample from core.database) then
        perform core.reject('login_of_a_person', new_login);
    end if;
    perform core.make_login(new_login);
    insert into core.officer (login, name, os_user) values (new_login, new_name, new_os_user)
    on conflict (login) do update set name = new_name, os_user = new_os_user, closed_at = null;
    return core.finish(z, request, digest, at, 'officer', 'add', 'officer:' || new_login,
        jsonb_build_object('login', new_login, 'os_user', new_os_user), array[new_login]);
end $$;
select core.expose('core.add_officer', 'admin');
