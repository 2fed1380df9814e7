-- An instructor whom a zone may book, null for none named; part of the verbs that place a session.
create or replace function schedule.instructor_to_book(z bigint, wanted text) returns bigint
language plpgsql stable set search_path = core, pg_temp as $$
declare
    teacher record;
begin
    if wanted is null then return null; end if;
    select i.*, l.books into teacher
    from schedule.instructor i
    join schedule.instructor_party p on p.instructor_id = i.id and p.zone_id = z
    join schedule.party_level l on l.code = p.level
    where i.code = wanted;
    if not found then perform core.missing('instructor', wanted); end if;
    if not teacher.books then
        perform core.reject('session_instructor_lent', wanted,
            (select k.code from core.zone k where k.id = teacher.zone_id));
    end if;
    return teacher.id;
end $$;
