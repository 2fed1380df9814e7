-- The sessions that a proposal moves, and those that it gives to somebody else, as they are and as they are to be; they
-- are locked. Refused where somebody came before. Part of schedule.apply_proposal.
create or replace function schedule.proposed_changes(
    z bigint, at timestamptz, proposal bigint, out moving schedule.session[], out moved schedule.session[],
    out taken schedule.session[], out given schedule.session[]
) language plpgsql set search_path = core, pg_temp as $$
declare
    line record;
    held schedule.session;
    there schedule.session;
begin
    moving := '{}';
    moved := '{}';
    taken := '{}';
    given := '{}';
    for line in
        select n.*, s.code from schedule.proposal_line n join schedule.session s on s.id = n.session_id
        where n.proposal_id = proposal order by n.session_id
    loop
        held := schedule.session_to_change(z, line.code, at, line.was_at);
        there := schedule.retimed(held, line.starts_at, line.ends_at);
        there.venue_id := line.venue_id;
        if line.instructor_id is distinct from line.was_instructor_id then
            if held.instructor_id is distinct from line.was_instructor_id then
                perform core.reject('session_unchanged_meanwhile', line.code, '', '', 'substituted',
                    schedule.minute(held.starts_at), schedule.minute(held.ends_at), '', '');
            end if;
            there.instructor_id := line.instructor_id;
            taken := taken || held;
            given := given || there;
        else
            moving := moving || held;
            moved := moved || there;
        end if;
    end loop;
end $$;
