-- The office takes a claim that is complete; the clock of its first review starts.
create or replace function eligibility.receive_claim(request uuid, digest bytea, at timestamptz, wanted text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    lacking text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    if not c.deemed then
        lacking := eligibility.missing_documents(c);
        c := eligibility.step_claim(c, 'receive');
        if cardinality(lacking) > 0 then
            perform core.reject('claim_complete', wanted, array_to_string(lacking, ','));
        end if;
        update eligibility.claim k set received_on = core.day(at) where k.id = c.id returning * into c;
        perform eligibility.meet_clocks(c, core.day(at));
        perform eligibility.start_review_clock(c, core.day(at));
    elsif c.state <> 'received' then
        c := eligibility.step_claim(c, 'receive');
    end if;
    perform eligibility.tell_claimant(c, at, 'claim_received', wanted, c.received_on::text);
    return core.finish(z, request, digest, at, 'claim', 'receive', 'claim:' || wanted,
        jsonb_build_object('on', c.received_on, 'deemed', c.deemed), array[wanted, c.state, c.received_on::text]);
end $$;
select core.expose('eligibility.receive_claim', 'officer');
