-- Everything that keeps a person out of a cohort: prerequisites not met, and a class at an overlapping time; each as
-- `kind`, what is wanted and what is there, joined by `|`. An unknown fact is not a met one: what is there is empty.
create or replace function enrollment.obstacles(cohort enrollment.cohort, e enrollment.enrollment, at timestamptz)
returns text[] language plpgsql stable as $$
declare
    r enrollment.prerequisite;
    born date;
    age int;
    found_ones text[] := '{}';
begin
    select * into r from enrollment.prerequisite q where q.cohort_id = cohort.id;
    if found then
        select p.birth_on into born from core.person p where p.id = e.person_id;
        age := extract(year from age(cohort.starts_on, born));
        if age is null and num_nonnulls(r.min_age, r.max_age) > 0 then
            found_ones := found_ones || ('age|' || coalesce(r.min_age::text, '') || '-' || coalesce(r.max_age::text, '') || '|');
        elsif age < r.min_age or age > r.max_age then
            found_ones := found_ones
                || ('age|' || coalesce(r.min_age::text, '') || '-' || coalesce(r.max_age::text, '') || '|' || age);
        end if;
        if not coalesce(e.award = any (r.awards), r.awards is null) then
            found_ones := found_ones || ('award|' || array_to_string(r.awards, ',') || '|' || coalesce(e.award, ''));
        end if;
        if r.min_post_level is not null and not coalesce((
                select have.rank >= needed.rank from enrollment.post_level have, enrollment.post_level needed
                where have.code = e.post_level and needed.code = r.min_post_level), false) then
            found_ones := found_ones || ('post-level|' || r.min_post_level || '|' || coalesce(e.post_level, ''));
        end if;
        if r.completed_program_id is not null and not exists (
                select from enrollment.enrollment o join enrollment.cohort c on c.id = o.cohort_id
                where o.identity_id = e.identity_id and o.state = 'completed' and c.program_id = r.completed_program_id) then
            found_ones := found_ones || ('completed|' || (select g.code from enrollment.program g where g.id = r.completed_program_id) || '|');
        end if;
    end if;
    -- The code of the other cohort is told only to a zone that takes part in it.
    return found_ones || array(
        select distinct 'time||' || coalesce((
            select c.code from enrollment.cohort_party v where v.cohort_id = c.id and v.zone_id = e.zone_id), '')
        from enrollment.enrollment o join enrollment.cohort c on c.id = o.cohort_id
        join schedule.session_of_cohort theirs on theirs.cohort_code = c.code and theirs.state = 'scheduled'
        join schedule.session_of_cohort ours on ours.cohort_code = cohort.code and ours.state = 'scheduled'
            and ours.starts_at < theirs.ends_at and theirs.starts_at < ours.ends_at and ours.ends_at > at
        where o.identity_id = e.identity_id and o.state in ('admitted', 'enrolled') and o.cohort_id <> cohort.id);
end $$;
