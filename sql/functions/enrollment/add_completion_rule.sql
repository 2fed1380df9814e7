-- A new version of what it takes to complete a program; cohorts that start from its day on are judged by it.
create or replace function enrollment.add_completion_rule(
    request uuid, digest bytea, at timestamptz, program_code text, new_from date, share int, new_counts text,
    new_examination boolean, new_leave int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    program bigint;
    number int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select g.id into program from enrollment.program g where g.code = program_code and g.zone_id = z for update;
    if not found then perform core.missing('program', program_code); end if;
    select coalesce(max(r.version), 0) + 1 into number from enrollment.completion_rule r where r.program_id = program;
    insert into enrollment.completion_rule (program_id, version, valid_from, attended_share_ppm, counts, examination,
        leave_one_in)
    values (program, number, new_from, share, new_counts, new_examination, new_leave);
    return core.finish(z, request, digest, at, 'completion', 'rule', 'program:' || program_code,
        jsonb_build_object('version', number, 'valid_from', new_from, 'share_ppm', share, 'counts', new_counts,
            'examination', new_examination, 'leave_one_in', new_leave), array[program_code, number::text]);
end $$;
select core.expose('enrollment.add_completion_rule', 'officer');
