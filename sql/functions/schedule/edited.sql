-- Sessions of a series as an edit wants them, and the days that it drops, each with why: `2024-10-01:holiday`. Only who
-- comes to another day can be dropped: what was put on a holiday on purpose stays there. Part of schedule.edit_series.
create or replace function schedule.edited(
    z bigint, at timestamptz, known schedule.series, named bigint, old schedule.session[], shift interval,
    lasting interval, venue_code text, instructor_code text, cancelling boolean,
    out wanted schedule.session[], out dropped text[]
) language plpgsql set search_path = core, pg_temp as $$
declare
    room bigint := case when venue_code is not null then schedule.venue_named(z, venue_code) end;
    teacher bigint := schedule.instructor_named(z, instructor_code);
    held schedule.session;
    each schedule.session;
    why text;
begin
    wanted := '{}';
    dropped := '{}';
    foreach held in array old loop
        each := schedule.retimed(held, held.starts_at + shift, held.starts_at + shift + lasting);
        if each.starts_at <= at then
            perform core.reject('session_not_begun', each.code, schedule.minute(each.starts_at));
        end if;
        why := case when not cancelling and each.held_on <> held.held_on
            then schedule.left_out(known, each.held_on) end;
        if why is not null and held.id = named then
            perform core.reject('session_on_day_of_series', each.code, each.held_on::text, why, known.code);
        end if;
        if why is not null then
            each := held;
            dropped := dropped || (core.day(held.starts_at + shift) || ':' || why);
        else
            each.venue_id := coalesce(room, each.venue_id);
            each.instructor_id := coalesce(teacher, each.instructor_id);
        end if;
        if cancelling or why is not null then
            each.state := 'cancelled';
            each.cancelled := true;
        end if;
        wanted := wanted || each;
    end loop;
end $$;
