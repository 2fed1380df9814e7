-- One overlap as seven facts: the resource's kind and code (of trainees how many), the first and last instant, and the
-- other session's code, zone and contact. Of a session that the zone `z` has no part in, its code stays unsaid.
create or replace function schedule.overlap_facts(z bigint, kind text, resource text, meeting tstzrange, other bigint)
returns text[] language sql stable set search_path = core, pg_temp as $$
    select array[kind, resource,
        to_char(lower(meeting) at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'),
        to_char(upper(meeting) at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'),
        case when exists (select from enrollment.cohort_party p where p.cohort_id = s.cohort_id and p.zone_id = z)
            then s.code else '' end,
        k.code, s.contact]
    from schedule.session s join core.zone k on k.id = s.zone_id
    where s.id = other
$$;
