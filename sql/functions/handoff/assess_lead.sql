-- The judgement on a lead: it lands here, is to be offered to another zone, or is dropped. The first two make a project.
create or replace function handoff.assess_lead(
    request uuid, digest bytea, at timestamptz, wanted text, judged text, said text, new_code text, new_kind text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    l handoff.lead;
    project bigint;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    l := handoff.own_lead(z, wanted);
    if l.verdict is not null then perform core.reject('lead_assessed_once', wanted, l.verdict); end if;
    if judged <> 'drop' then
        new_code := coalesce(new_code, core.next_code('X', at));
        project := handoff.insert_project(z, core.day(at), at, new_code, l.organization, l.industry, 'talks', new_kind,
            l.currency, l.investment, null, false, null, null, null);
    end if;
    update handoff.lead o set verdict = judged, assessment = said, project_id = project, heartbeat_on = core.day(at)
    where o.id = l.id;
    perform core.meet_deadline('lead:' || wanted, 'route', core.day(at));
    perform core.meet_deadline('lead:' || wanted, 'assess', core.day(at));
    return core.finish(z, request, digest, at, 'lead', 'assess', 'lead:' || wanted,
        jsonb_build_object('verdict', judged, 'project', new_code), array[wanted, judged, case when judged <> 'drop' then new_code end]);
end $$;
select core.expose('handoff.assess_lead', 'coordinator');
