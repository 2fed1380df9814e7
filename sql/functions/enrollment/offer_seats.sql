-- Brings a cohort's queue up to date: offers whose day has passed end, quotas that are due join the pool, people passed
-- over come back when nothing keeps them out any more, and free seats go on. Answers outcome, code, reason, three by three.
create or replace function enrollment.offer_seats(request uuid, digest bytea, at timestamptz, cohort_code text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    overdue bigint[];
    back record;
    filled record;
    answer text[] := '{}';
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    cohort := enrollment.open_cohort(z, cohort_code, at);
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    if s.closed then perform core.reject('cohort_open', cohort_code); end if;
    for back in select e, p.place from enrollment.enrollment e
        join enrollment.cohort_party p on p.cohort_id = e.cohort_id and p.zone_id = e.zone_id
        where e.cohort_id = cohort.id and e.passed_over <> 'group' order by e.queue_number for update of e
    loop
        if enrollment.obstacles(cohort, back.e, at) = '{}' then
            update enrollment.enrollment e set passed_over = null where e.id = (back.e).id;
            s := enrollment.counted(s, back.place, 0, 1);
            answer := answer || array['returned', (back.e).code, null];
        end if;
    end loop;
    select array_agg(e.id), array_agg(x) into overdue, prior
    from enrollment.enrollment e, unnest(array['expired', e.code, e.offer_until::text]) with ordinality u (x, i)
    where e.cohort_id = cohort.id and e.state = 'admitted' and e.offer_until < core.day(at);
    filled := enrollment.fill(s, cohort, at);
    perform enrollment.save_seats(filled.seats);
    answer := answer || enrollment.told('promoted', filled.promoted) || enrollment.told('passed_over', filled.passed);
    if overdue is not null then
        answer := answer || prior || enrollment.told_leave(enrollment.leave(cohort, overdue, 'expire', at));
    end if;
    if answer = '{}' then return core.answer(request, digest, at, answer); end if;
    return core.finish(z, request, digest, at, 'waitlist', 'offer', 'cohort:' || cohort_code,
        jsonb_build_object('outcomes', answer), answer);
end $$;
select core.expose('enrollment.offer_seats', 'officer');
