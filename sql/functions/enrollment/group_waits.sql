-- A group that waits as a whole before seats too few for it is passed over at once, so that they do not stay empty; it
-- keeps its numbers and gets seats as soon as there are enough. Part of apply.
create or replace function enrollment.group_waits(
    s enrollment.cohort_seats, place int, n int, seated int, split boolean, cohort enrollment.cohort, first_code text,
    at timestamptz
) returns enrollment.cohort_seats language plpgsql set search_path = core, pg_temp as $$
declare
    members bigint[];
begin
    if cohort.mode = 'first-come' and seated = 0 and not split and n > 1 and enrollment.seats_for(s, place) > 0 then
        members := array(select g.id from enrollment.enrollment f join enrollment.enrollment g
            on g.cohort_id = f.cohort_id and g.group_code = f.group_code where f.code = first_code and g.state = 'waitlisted');
        s := enrollment.counted(s, place, 0, -enrollment.pass_over(members, 'group', at));
    end if;
    return s;
end $$;
