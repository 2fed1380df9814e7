-- The part that a zone gives away, locked, after everything that may forbid it. Part of `offer_handoff`.
create or replace function handoff.part_to_offer(z bigint, wanted text, part_name text, at timestamptz)
returns handoff.project_part language plpgsql set search_path = core, pg_temp as $$
declare
    part handoff.project_part;
    p handoff.project;
    lacking text;
    pending handoff.handoff;
begin
    select t.* into part from handoff.project j join handoff.project_part t on t.project_id = j.id and t.name = part_name
        join handoff.project_party y on y.project_id = j.id and y.zone_id = z
    where j.code = wanted for update of t;
    if not found then perform core.missing('project', wanted); end if;
    if part.zone_id <> z then
        perform core.reject('part_held_by_sender', wanted, (select c.code from core.zone c where c.id = part.zone_id));
    end if;
    select * into p from handoff.project j where j.id = part.project_id;
    if not (select k.may_move from handoff.project_kind k where k.code = p.kind) then
        perform core.reject('project_kind_may_move', wanted, p.kind);
    end if;
    -- The constraint holds in a race; here the offer in the way is named.
    select * into pending from handoff.handoff o where o.part_id = part.id and o.on_offer order by o.id limit 1;
    if found then
        perform core.reject('handoff_one_open_per_part', wanted, pending.code, pending.state, (select c.code from core.zone c where c.id = z));
    end if;
    select string_agg(c.code || ' ' || c.count, ', ') into lacking
    from handoff.lacking(z, part.id, core.day(at)) as c where c.blocking;
    if lacking is not null then perform core.reject('offer_complete', wanted, lacking); end if;
    return part;
end $$;
