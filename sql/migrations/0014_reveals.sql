-- Who saw whose numbers: every look is a row and an event before anything is shown, and there are only so many an hour.
create table core.reveal_limit (
    valid_from date primary key,
    per_hour int not null constraint reveal_limit_per_hour_positive check (per_hour > 0),
    per_day int not null constraint reveal_limit_per_day_enough check (per_day >= per_hour)
);
insert into core.reveal_limit values ('2000-01-01', 20, 60);
select core.declare_reference('core.reveal_limit');

create table core.reveal (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    person_id bigint,
    actor text not null,
    request uuid not null,
    -- The server's real time: the business time of a sample must not open the gate.
    at timestamptz not null default clock_timestamp(),
    xact xid8 not null default pg_current_xact_id(),
    constraint reveal_once_per_request unique (actor, request),
    constraint reveal_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id)
);
create index reveal_by_actor_and_time on core.reveal (actor, at);
select core.declare_hidden('core.reveal');

-- Counts one look of the login's, `person` null for an organization's account; refuses it above the limit. One login's
-- looks are counted one after the other, so that two at once cannot both be the last. Times in the future count, too:
-- a clock that went back forgets nothing.
create function core.count_reveal(z bigint, person bigint, request uuid) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    allowed core.reveal_limit;
    hour int;
    day int;
begin
    perform pg_advisory_xact_lock(hashtextextended('core.reveal ' || session_user, 0));
    select * into allowed from core.reveal_limit l where l.valid_from <= core.day(now()) order by l.valid_from desc limit 1;
    select count(*) filter (where r.at > clock_timestamp() - interval '1 hour'), count(*) into hour, day
    from core.reveal r where r.actor = session_user and r.at > clock_timestamp() - interval '1 day';
    if hour >= allowed.per_hour or day >= allowed.per_day then
        perform core.reject('reveal_limited', allowed.per_hour::text, allowed.per_day::text);
    end if;
    insert into core.reveal (zone_id, person_id, actor, request) values (z, person, session_user, count_reveal.request);
end $$;

-- Whether a look was counted in a transaction that is over: what a rollback could take back opens nothing. A look is good
-- for five minutes.
create function core.reveal_counted(wanted uuid) returns core.reveal
language sql stable set search_path = core, pg_temp as $$
    select r from core.reveal r
    where r.actor = session_user and r.request = wanted and r.at > clock_timestamp() - interval '5 minutes'
        and r.xact is distinct from pg_current_xact_id_if_assigned()
$$;
