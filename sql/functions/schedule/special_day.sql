-- What sets a day apart for classes: `holiday` (a weekend that joins a statutory holiday is part of it), `makeup` for a
-- weekend that is worked, `unknown` in a year whose holidays are not loaded, null for any other day.
create or replace function schedule.special_day(d date) returns text
language plpgsql stable set search_path = core, pg_temp as $$
declare
    known text;
    near date;
    step int;
begin
    select coalesce(c.kind, '') into known
    from core.calendar_year y left join core.calendar_day c on c.day = d where y.year = extract(year from d);
    if not found then return 'unknown'; end if;
    if known = 'workday' then return 'makeup'; end if;
    if known = 'holiday' then return 'holiday'; end if;
    if extract(isodow from d) < 6 then return null; end if;
    foreach step in array array[-1, 1] loop
        near := d;
        loop
            near := near + step;
            select coalesce(c.kind, '') into known
            from core.calendar_year y left join core.calendar_day c on c.day = near
            where y.year = extract(year from near);
            if known = 'holiday' then return 'holiday'; end if;
            exit when not found or known = 'workday' or extract(isodow from near) < 6;
        end loop;
    end loop;
    return null;
end $$;
