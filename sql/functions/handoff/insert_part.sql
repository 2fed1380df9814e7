-- A part of a project under its first custodian, who has all of its credit from this day on.
create or replace function handoff.insert_part(project bigint, part_name text, z bigint, today date, at timestamptz)
returns bigint language plpgsql set search_path = core, pg_temp as $$
declare
    part bigint;
begin
    insert into handoff.project_part (project_id, name, zone_id, held_since, attention_on)
    values (project, part_name, z, at, today + handoff.period_days('silence', today)) returning id into part;
    insert into handoff.credit_share (project_id, part_id, measure, zone_id, line, points, valid)
    select project, part, m.code, z, 0, 10000, daterange(today, null) from handoff.measure m;
    return part;
end $$;
