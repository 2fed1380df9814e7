-- Every constraint was checked on all rows, and every index is complete.
select c.conrelid::regclass::text, c.conname::text from pg_constraint c
where not c.convalidated and c.connamespace::regnamespace::text in
    ('core', 'enrollment', 'schedule', 'eligibility', 'handoff')
union all
select i.indrelid::regclass::text, i.indexrelid::regclass::text from pg_index i where not i.indisvalid
order by 1, 2
