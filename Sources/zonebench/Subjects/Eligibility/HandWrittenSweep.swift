import Postgres
import Zones

/// The sweep of the 14 clauses as somebody writes it in SQL who knows them: the same columns into the same tables.
enum HandWrittenSweep {
    static func run(_ connection: Connection, on day: Day) throws {
        try connection.execute(
            """
            with f as (
                select v.person_id, max(v.value) filter (where v.fact = 'student') = 'yes' as student,
                    (max(v.value) filter (where v.fact = 'graduated_on'))::date as graduated,
                    max(v.value) filter (where v.fact = 'veteran') = 'yes' as veteran,
                    max(v.value) filter (where v.fact = 'education') as education,
                    (max(v.value) filter (where v.fact = 'registered_on'))::date as registered,
                    (max(v.value) filter (where v.fact = 'staff'))::int as staff,
                    (max(v.value) filter (where v.fact = 'insured'))::int as insured,
                    (max(v.value) filter (where v.fact = 'rent'))::numeric as rent
                from eligibility.fact_value v where v.observed_on <= \(day) group by v.person_id
            ), clauses as (
                select p.zone_id, p.id, p.birth_on, f.*, array[student,
                    \(day) >= graduated and \(day) <= (graduated + interval '60 months')::date, veteran,
                    education in ('bachelor', 'master'), extract(year from age(\(day), birth_on)) <= 35,
                    extract(year from age(\(day), birth_on)) >= 18,
                    \(day) >= registered and \(day) <= (registered + interval '36 months')::date,
                    \(day) >= (registered + interval '6 months')::date, staff >= 1 and staff <= 300, insured >= 6,
                    staff >= 20, rent <= 60000, education <> 'college', registered >= '2015-01-01'] as c
                from core.person p left join f on f.person_id = p.id
                where p.zone_id = (select id from core.zone where code = 'INNO') and p.merged_into is null
            ), groups as (
                select *, array[c[1] or c[2] or c[3] or (c[4] and c[5]), c[6], c[7], c[8], c[9], c[10] or c[11], c[12],
                    c[13], c[14]] as g,
                    case when (c[9] and (c[10] or c[11]) and c[12] and c[13] and c[14]) and birth_on is not null then (
                        case when student or veteran then '{(,)}'::datemultirange else
                            case when graduated is null then '{}' else datemultirange(
                                daterange(graduated, (graduated + interval '60 months')::date, '[]')) end
                            + case when education in ('bachelor', 'master') then datemultirange(daterange(null,
                                (birth_on + interval '36 years')::date
                                + (extract(day from birth_on) <> extract(day from birth_on + interval '36 years'))::int, '[)')) else '{}' end end)
                        * datemultirange(daterange((birth_on + interval '18 years')::date
                                + (extract(day from birth_on) <> extract(day from birth_on + interval '18 years'))::int, null))
                        * datemultirange(daterange(registered, (registered + interval '36 months')::date, '[]'))
                        * datemultirange(daterange((registered + interval '6 months')::date, null))
                        * datemultirange(daterange('2020-01-01', null)) end as days
                from clauses
            ), stored as (
                insert into eligibility.outlook (zone_id, person_id, policy_id, version_id, as_of, verdict, yes_mask, no_mask,
                    near_clause, window_from, window_until)
                select s.zone_id, s.id, v.policy_id, v.id, \(day), case a.verdict when true then 'yes' when false then 'no'
                    else 'unknown' end,
                    ((c[1] is true)::int::bigint << 0) | ((c[2] is true)::int::bigint << 1) |
                    ((c[3] is true)::int::bigint << 2) | ((c[4] is true)::int::bigint << 3) |
                    ((c[5] is true)::int::bigint << 4) | ((c[6] is true)::int::bigint << 5) |
                    ((c[7] is true)::int::bigint << 6) | ((c[8] is true)::int::bigint << 7) |
                    ((c[9] is true)::int::bigint << 8) | ((c[10] is true)::int::bigint << 9) |
                    ((c[11] is true)::int::bigint << 10) | ((c[12] is true)::int::bigint << 11) |
                    ((c[13] is true)::int::bigint << 12) | ((c[14] is true)::int::bigint << 13),
                    ((c[1] is false)::int::bigint << 0) | ((c[2] is false)::int::bigint << 1) |
                    ((c[3] is false)::int::bigint << 2) | ((c[4] is false)::int::bigint << 3) |
                    ((c[5] is false)::int::bigint << 4) | ((c[6] is false)::int::bigint << 5) |
                    ((c[7] is false)::int::bigint << 6) | ((c[8] is false)::int::bigint << 7) |
                    ((c[9] is false)::int::bigint << 8) | ((c[10] is false)::int::bigint << 9) |
                    ((c[11] is false)::int::bigint << 10) | ((c[12] is false)::int::bigint << 11) |
                    ((c[13] is false)::int::bigint << 12) | ((c[14] is false)::int::bigint << 13),
                    case when a.verdict = false and (g[1] is not true)::int + (g[2] is not true)::int + (g[3] is not true)::int +
                        (g[4] is not true)::int + (g[5] is not true)::int + (g[6] is not true)::int +
                        (g[7] is not true)::int + (g[8] is not true)::int + (g[9] is not true)::int = 1
                        then case when g[1] is not true then 'C0' when g[2] is not true then 'C5' when
                            g[3] is not true then 'C6' when g[4] is not true then 'C7' when g[5] is not true then 'C8' when
                            g[6] is not true then 'C9' when g[7] is not true then 'C11' when
                            g[8] is not true then 'C12' when g[9] is not true then 'C13' end end,
                    lower(w.span), upper(w.span) - 1
                from groups s
                cross join lateral (select g[1] and g[2] and g[3] and g[4] and g[5] and g[6] and g[7] and g[8] and g[9]) as a (verdict)
                cross join (select id, policy_id from eligibility.version) as v
                left join lateral (select r as span from unnest(s.days) as r order by r @> \(day) desc,
                    lower(r) > \(day) desc, case when lower(r) > \(day) then lower(r) end, lower(r) desc limit 1) as w on true
                returning zone_id, person_id, policy_id, window_from, window_until
            )
            insert into eligibility.outlook_edge (zone_id, on_day, person_id, policy_id, becomes)
            select s.zone_id, e.on_day, s.person_id, s.policy_id, e.becomes
            from stored s cross join lateral (values (s.window_from, true), (s.window_until + 1, false)) as e (on_day, becomes)
            where e.on_day is not null
            """
        )
    }
}
