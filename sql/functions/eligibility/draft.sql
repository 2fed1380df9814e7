-- The draft that a line is added to, locked; notes who writes at it. Refuses what is published.
create or replace function eligibility.draft(policy_code text, version_code text) returns bigint
language plpgsql set search_path = core, pg_temp as $$
declare
    v eligibility.version;
begin
    select ver.* into v from eligibility.version ver join eligibility.policy p on p.id = ver.policy_id
    where p.code = policy_code and ver.code = version_code for update of ver;
    if not found then
        if not exists (select from eligibility.policy p where p.code = policy_code) then
            perform core.missing('policy', policy_code);
        end if;
        perform core.missing('version', policy_code || ' ' || version_code);
    end if;
    if v.state <> 'draft' then perform core.reject('version_immutable', v.code); end if;
    update eligibility.version set revision = revision + 1,
        drafted_by = case when session_user = any (drafted_by) then drafted_by else drafted_by || session_user::text end
    where id = v.id;
    return v.id;
end $$;
