-- A session as it would be at another time, with the columns that follow from it; part of the verbs that change sessions.
create or replace function schedule.retimed(held schedule.session, starts timestamptz, ends timestamptz)
returns schedule.session language plpgsql immutable set search_path = core, pg_temp as $$
begin
    held.starts_at := starts;
    held.ends_at := ends;
    held.held_on := core.day(starts);
    held.during := case when ends > starts then tstzrange(starts, ends, '[)') else 'empty' end;
    -- A shorter session counts for as many hours as fit.
    held.hours := least(held.hours, greatest(0, floor(extract(epoch from ends - starts) / 2700)));
    return held;
end $$;
