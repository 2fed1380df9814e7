-- The rows of a new project: part of `add_project`, `import_projects` and `assess_lead`.
create or replace function handoff.insert_project(
    z bigint, today date, at timestamptz, new_code text, new_name text, new_industry text, new_stage text, new_kind text,
    new_currency text, new_investment bigint, new_energy int, key_project boolean, person core.person, org bigint,
    org_code text
) returns bigint language plpgsql set search_path = core, pg_temp as $$
declare
    project bigint;
begin
    insert into handoff.project (zone_id, code, name, industry, stage, registered_on, kind, currency, investment, energy,
        is_key, progress_on)
    values (z, new_code, new_name, new_industry, new_stage, today, new_kind, new_currency, new_investment, new_energy,
        key_project, today) returning id into project;
    insert into handoff.project_founder values (project, z, person.id, person.code, org, org_code);
    insert into handoff.project_party values (project, z, 'custodian');
    insert into handoff.stage_entry values (project, new_stage, today, z);
    perform handoff.insert_part(project, 'whole', z, today, at);
    return project;
end $$;
