-- A person as somebody who would come into a cohort, for the question what keeps them out. Part of imports.
create or replace function enrollment.candidate(p core.person, award text, post_level text)
returns enrollment.enrollment language plpgsql immutable as $$
declare
    e enrollment.enrollment;
begin
    e.zone_id := p.zone_id;
    e.person_id := p.id;
    e.identity_id := p.identity_id;
    e.award := award;
    e.post_level := post_level;
    return e;
end $$;
