-- Over whom a benefit's cap is summed; stages share the cap of the first that has one. Null: no cap. Part of verbs.
create or replace function eligibility.cap_scope(version bigint, benefit text) returns text
language sql stable set search_path = core, pg_temp as $$
    select coalesce(b.cap_scope, (
        select s.cap_scope from eligibility.benefit s
        where s.version_id = b.version_id and b.stage is not null and s.stage is not null and s.cap is not null
        order by s.stage limit 1))
    from eligibility.benefit b where b.version_id = version and b.code = benefit
$$;
