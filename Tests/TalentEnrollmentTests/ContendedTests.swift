import Postgres
import Store
import StoreTesting
import TalentEnrollment
import Testing

/// The lock of a cohort goes before the disk has answered; the answer does not.
@Suite(.database)
struct ContendedTests {
    let scene = Scene()

    @Test func `whoever is enrolled has the commit on the disk, and the session waits for the disk as before`() throws {
        let cohort = try scene.cohort(.seats(20))
        let officer = try scene.officer("INNO")
        // The tests' server does not wait for its disk.
        try officer.connection.execute("set synchronous_commit = on")
        let person = try scene.person(1)
        let superuser = try scene.database.connection()
        try superuser.script(
            """
            create table public.written (upto pg_lsn);
            create function public.note_write() returns trigger language plpgsql security definer as $$
            begin
                insert into public.written values (pg_current_wal_insert_lsn());
                return null;
            end $$;
            grant usage on schema public to zb_owner;
            grant execute on function public.note_write() to zb_owner;
            create trigger note_write after insert on core.request for each row execute function public.note_write();
            """
        )
        try officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
        #expect(
            try superuser.value("select max(upto) <= pg_current_wal_flush_lsn() from public.written", as: Bool.self)
                == true
        )
        #expect(try officer.connection.value("show synchronous_commit", as: String.self) == "on")
    }

    @Test func `within a transaction the commit is the transaction's own, and waits`() throws {
        let cohort = try scene.cohort(.seats(20))
        let officer = try scene.officer("INNO")
        try officer.connection.execute("set synchronous_commit = on")
        let person = try scene.person(1)
        try officer.transaction { session in
            try session.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
            #expect(try session.connection.value("show synchronous_commit", as: String.self) == "on")
        }
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `a refusal is told as such, and the same request again answers the first answer`() throws {
        let cohort = try scene.cohort(.seats(1))
        let officer = try scene.officer("INNO")
        let person = try scene.person(1)
        let request = officer.request("enrollment add")
        let verb = EnrollmentStore.add(cohort: cohort, person: person, code: nil)
        let first = try officer.perform(verb, as: request)
        #expect(try officer.perform(verb, as: request) == first)
        let again: EnrollmentRejection? = try refusal { try officer.perform(verb) }
        #expect(again == .alreadyInCohort(cohort: "NIGHT-1", person: "INNO-1"))
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }
}
