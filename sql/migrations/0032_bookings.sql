-- What a session occupies: a row each for its room, its instructor, its cohort and everybody with a seat in it. Two
-- bookings of one resource that overlap cannot both exist, whoever writes them; an hour that ends when the next begins
-- does not overlap.
create table schedule.resource_booking (
    session_id bigint not null,
    venue_id bigint constraint booking_of_venue references schedule.venue,
    instructor_id bigint constraint booking_of_instructor references schedule.instructor,
    cohort_id bigint constraint booking_of_cohort references enrollment.cohort (id),
    -- A trainee, as a natural person: the seats of all zones count.
    identity_id bigint constraint booking_of_trainee references core.identity,
    during tstzrange not null,
    cancelled boolean not null,
    -- Time and state are the session's own: moving or cancelling it carries its bookings along.
    constraint booking_follows_session foreign key (session_id, during, cancelled)
        references schedule.session (id, during, cancelled) on update cascade,
    constraint booking_of_one_resource check (num_nonnulls(venue_id, instructor_id, cohort_id, identity_id) = 1),
    constraint booking_once_per_session
        unique nulls not distinct (session_id, venue_id, instructor_id, cohort_id, identity_id),
    -- Deferrable, so that two sessions can change places in one transaction.
    constraint session_room_not_double_booked exclude using gist (venue_id with =, during with &&)
        where (venue_id is not null and not cancelled) deferrable initially immediate,
    constraint session_instructor_not_double_booked exclude using gist (instructor_id with =, during with &&)
        where (instructor_id is not null and not cancelled) deferrable initially immediate,
    constraint session_cohort_not_double_booked exclude using gist (cohort_id with =, during with &&)
        where (cohort_id is not null and not cancelled) deferrable initially immediate,
    constraint session_trainee_not_double_booked exclude using gist (identity_id with =, during with &&)
        where (identity_id is not null and not cancelled) deferrable initially immediate
);
-- Hidden: a party of a resource sees its bookings through schedule.busy, which keeps other zones' sessions private.
select core.declare_hidden('schedule.resource_booking');
