-- Clocks that run in working or calendar days and can be paused; one a subject and leg.
create table core.deadline (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    subject text not null,
    leg text not null,
    unit text not null constraint deadline_unit_known check (unit in ('working', 'calendar')),
    days int not null constraint deadline_days_positive check (days > 0),
    started_on date not null,
    due_on date not null,
    paused_on date,
    met_on date,
    constraint deadline_due_after_start check (due_on > started_on),
    constraint deadline_paused_while_open check (paused_on is null or met_on is null),
    constraint deadline_one_per_leg unique (subject, leg)
);
create index deadline_open_by_zone on core.deadline (zone_id, due_on) where met_on is null;
select core.declare_owned('core.deadline');

-- Whether offices work on a day; a year that is not loaded is refused, never guessed.
create function core.is_working_day(d date) returns boolean language plpgsql stable set search_path = core, pg_temp as $$
declare
    works boolean;
begin
    select coalesce(c.kind = 'workday', extract(isodow from d) < 6) into works
    from core.calendar_year y left join core.calendar_day c on c.day = d where y.year = extract(year from d)::int;
    if works is null then perform core.reject('calendar_year_loaded', extract(year from d)::text); end if;
    return works;
end $$;

-- The day on which a period of `days` after `start` ends; the day of the start does not count (statutory rule for periods).
create function core.due_day(start date, days int, unit text) returns date
language plpgsql stable set search_path = core, pg_temp as $$
declare
    d date := start;
    remaining int := days;
begin
    if unit = 'calendar' then return start + days; end if;
    while remaining > 0 loop
        d := d + 1;
        if core.is_working_day(d) then remaining := remaining - 1; end if;
    end loop;
    return d;
end $$;

-- In plpgsql, as what follows: its plans are kept, those of an sql function are made anew at each call (0.2 ms).
create function core.start_deadline(z bigint, subject text, leg text, unit text, days int, start date) returns date
language plpgsql set search_path = core, pg_temp as $$
declare
    due date := core.due_day(start, days, unit);
begin
    insert into core.deadline (zone_id, subject, leg, unit, days, started_on, due_on)
    values (z, start_deadline.subject, start_deadline.leg, start_deadline.unit, start_deadline.days, start, due);
    return due;
end $$;

create function core.meet_deadline(wanted text, wanted_leg text, on_day date) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    update core.deadline d set met_on = on_day, paused_on = null
    where d.subject = wanted and d.leg = wanted_leg and d.met_on is null;
end $$;

create function core.pause_deadline(wanted text, wanted_leg text, on_day date) returns void
language sql set search_path = core, pg_temp as $$
    update core.deadline d set paused_on = greatest(on_day, d.started_on)
    where d.subject = wanted and d.leg = wanted_leg and d.met_on is null and d.paused_on is null
$$;

-- A paused clock goes on with the days that it had left when it stopped.
create function core.resume_deadline(wanted text, wanted_leg text, on_day date) returns date
language plpgsql set search_path = core, pg_temp as $$
declare
    clock core.deadline;
    remaining int;
begin
    select * into clock from core.deadline d
    where d.subject = wanted and d.leg = wanted_leg and d.paused_on is not null for update;
    if not found then return null; end if;
    if clock.unit = 'calendar' then remaining := clock.due_on - clock.paused_on;
    else
        select count(*) into remaining
        from generate_series(clock.paused_on + 1, clock.due_on, interval '1 day') as g (d)
        where core.is_working_day(g.d::date);
    end if;
    update core.deadline d set paused_on = null,
        due_on = case when remaining > 0 then core.due_day(greatest(on_day, clock.paused_on), remaining, clock.unit) else d.due_on end
    where d.id = clock.id returning d.due_on into clock.due_on;
    return clock.due_on;
end $$;
