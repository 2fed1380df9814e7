-- What leave answers, as outcomes. Part of verbs.
create or replace function enrollment.told_leave(change jsonb) returns text[]
language sql immutable set search_path = core, pg_temp as $$
    select enrollment.told('promoted', string_to_array(change ->> 'promoted', ','))
        || enrollment.told('passed_over', array(select jsonb_array_elements_text(change -> 'passed_over')))
$$;
