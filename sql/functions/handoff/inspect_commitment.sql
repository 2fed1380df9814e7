-- What became of one item of a commitment; a breach bans the firm for a time, what was breached can be cured.
create or replace function handoff.inspect_commitment(
    request uuid, digest bytea, at timestamptz, wanted text, of_item text, found_out text, on_day date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c handoff.commitment;
    i handoff.commitment_item;
    today date := core.day(at);
    firm text;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    on_day := coalesce(on_day, today);
    select q.* into c from handoff.commitment q join handoff.project_party y
        on y.project_id = q.project_id and y.zone_id = z and y.level = 'custodian' where q.code = wanted for update of q;
    if not found then perform core.missing('commitment', wanted); end if;
    select * into i from handoff.commitment_item q where q.commitment_id = c.id and q.item = of_item;
    if not found then perform core.missing('item', of_item); end if;
    if (i.outcome is null and found_out = 'cured') or (i.outcome is not null and (i.outcome <> 'breached' or found_out <> 'cured'))
        or on_day not between c.signed_on and today or (found_out = 'kept' and on_day > i.due_on)
        or (found_out in ('late', 'breached') and on_day <= i.due_on) then
        perform core.reject('inspection_follows', wanted, of_item, coalesce(i.outcome, 'open'), found_out, i.due_on::text);
    end if;
    update handoff.commitment_item q set outcome = found_out, inspected_on = on_day, inspector = session_user
    where q.commitment_id = c.id and q.item = of_item;
    select f.organization_code into firm from handoff.project_founder f where f.project_id = c.project_id;
    if found_out = 'breached' and firm is not null then
        insert into handoff.ban (zone_id, organization_code, commitment_id, valid)
        values (z, firm, c.id, daterange(on_day, on_day + handoff.period_days('ban', on_day)));
    end if;
    return core.finish(z, request, digest, at, 'commitment', 'inspect', 'commitment:' || wanted,
        jsonb_build_object('item', of_item, 'outcome', found_out, 'on', on_day), array[wanted, of_item, found_out]);
end $$;
select core.expose('handoff.inspect_commitment', 'coordinator');
