-- The present stage was another one, or began on another day. Not once credit is shared from its day. Part of
-- `correct_project`.
create or replace function handoff.correct_stage(p handoff.project, new_stage text, on_day date, today date) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    entry handoff.stage_entry;
    before handoff.stage_entry;
    place int;
    shared date;
begin
    select * into entry from handoff.stage_entry e where e.project_id = p.id and e.stage = p.stage;
    new_stage := coalesce(new_stage, p.stage);
    on_day := coalesce(on_day, entry.entered_on);
    select s.position into place from handoff.stage s where s.code = new_stage;
    if not found then perform core.reject('project_stage_known', new_stage); end if;
    select e.* into before from handoff.stage_entry e join handoff.stage s on s.code = e.stage
    where e.project_id = p.id and e.stage <> p.stage order by s.position desc limit 1;
    if place <= (select s.position from handoff.stage s where s.code = before.stage) then
        perform core.reject('stage_goes_forward', p.code, before.stage, new_stage);
    end if;
    if on_day < before.entered_on or on_day > today then
        perform core.reject('stage_day_in_order', p.code, on_day::text, coalesce(before.entered_on, today)::text);
    end if;
    select min(g.starts_on) into shared from handoff.agreement g
    where g.project_id = p.id and g.starts = 'construction' and g.starts_on >= entry.entered_on;
    if shared is not null then perform core.reject('stage_shares_credit', p.code, p.stage, shared::text); end if;
    update handoff.stage_entry e set stage = new_stage, entered_on = on_day where e.project_id = p.id and e.stage = p.stage;
    update handoff.project j set stage = new_stage where j.id = p.id;
    perform handoff.start_building(p.id, new_stage, on_day);
end $$;
