-- The living records behind codes, in their order, held against merging and erasure, and each natural person locked as
-- lock_identity does, in one order. Part of import_applications.
create or replace function enrollment.held_people(z bigint, codes text[]) returns bigint[] language plpgsql as $$
declare
    people bigint[];
begin
    select array_agg(h.id order by h.n) into people from (
        select g.n, k.id from unnest(codes) with ordinality as g (code, n)
        join core.person f on f.zone_id = z and f.code = g.code
        join core.person k on k.id = coalesce(f.merged_into, f.id) and k.erased_on is null for key share of k) h;
    if coalesce(cardinality(people), 0) < cardinality(codes) then
        perform core.no_person(z, c) from unnest(codes) c where (core.person_of(z, c)).id is null limit 1;
        raise exception using errcode = 'serialization_failure', message = 'person changed meanwhile';
    end if;
    perform pg_advisory_xact_lock(20, l.key) from (
        select distinct (p.identity_id % 2147483647)::int as key from core.person p where p.id = any (people) order by 1) l;
    return people;
end $$;
