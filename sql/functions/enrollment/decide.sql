-- A decision on one application or offer that moves no seat: the applicant's yes, or the officer's no before a place.
create or replace function enrollment.decide(request uuid, digest bytea, at timestamptz, wanted text, act text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    e enrollment.enrollment;
    next text;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    if act not in ('confirm', 'reject') then perform core.missing('step', act); end if;
    select * into e from enrollment.enrollment a where a.zone_id = z and a.code = wanted for update;
    if not found then perform core.missing('enrollment', wanted); end if;
    if act = 'confirm' and e.offer_until < core.day(at) then
        perform core.reject('offer_still_open', wanted, e.offer_until::text);
    end if;
    update enrollment.enrollment a set state = t.to_state, offer_until = null from enrollment.transition t
    where a.id = e.id and t.from_state = a.state and t.act = decide.act returning a.state into next;
    if not found then perform core.reject('enrollment_allows_step', wanted, e.state, act); end if;
    return core.finish(z, request, digest, at, 'application', act, 'enrollment:' || wanted,
        jsonb_build_object('reason', reason), array[wanted, next]);
end $$;
select core.expose('enrollment.decide', 'officer');
