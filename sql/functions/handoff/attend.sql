-- From which day a project's parts need attention: when it was silent for too long, or an obligation is due.
create or replace function handoff.attend(project bigint, today date) returns void
language sql set search_path = core, pg_temp as $$
    update handoff.project_part t set attention_on = least(
        (select p.progress_on from handoff.project p where p.id = project) + handoff.period_days('silence', today),
        (select min(o.due_on) from handoff.obligation o where o.part_id = t.id and o.kept_on is null))
    where t.project_id = project
$$;
