-- Why a series holds nothing on a day, by what was chosen when it was added: `holiday`, `makeup`, or null. Refuses a year
-- whose holidays are not loaded where they matter.
create or replace function schedule.left_out(known schedule.series, d date) returns text
language plpgsql stable set search_path = core, pg_temp as $$
declare
    special text := schedule.special_day(d);
begin
    if special = 'unknown' and (known.holidays = 'skip' or known.makeup_days = 'skip') then
        perform core.reject('calendar_year_loaded', extract(year from d)::text);
    end if;
    return case when special = 'holiday' and known.holidays = 'skip' or special = 'makeup' and known.makeup_days = 'skip'
        then special end;
end $$;
