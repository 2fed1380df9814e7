import StoreTesting
import TalentEnrollment
import Testing

@Suite(.database)
struct EnrollmentRejectionTests {
    /// Constraints and unique indexes by name, and the rules that functions name; keys that the server named itself are
    /// of ids which the verbs have just read.
    private func named() throws -> Set<String> {
        Set(
            try Scene().database.connection().rows(
                """
                select conname::text from pg_constraint
                where connamespace = 'enrollment'::regnamespace and conname !~ '_(pkey|fkey)$'
                union
                select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid
                where c.relnamespace = 'enrollment'::regnamespace and i.indisunique
                    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
                union
                select (regexp_matches(p.prosrc, 'core\\.reject\\(''([a-z_]+)''', 'g'))[1] from pg_proc p
                where p.pronamespace = 'enrollment'::regnamespace
                """,
                as: String.self
            )
        )
    }

    @Test func `every constraint and rule of the module has its rejection, and no other name has one`() throws {
        #expect(try named() == Set(EnrollmentRejection.rules))
        #expect(EnrollmentRejection.rules.count == Set(EnrollmentRejection.rules).count)
        for rule in EnrollmentRejection.rules {
            #expect(EnrollmentRejection.refusing(rule, facts: []) != nil, "\(rule)")
        }
        #expect(EnrollmentRejection.refusing("person_code_once", facts: []) == nil)
    }

    @Test func `a rejection carries the facts of its rule`() {
        let refusal = EnrollmentRejection.refusing(
            "session_within_cohort",
            facts: ["S1", "2024-09-09", "2024-09-02", "2024-09-03"]
        )
        #expect(
            refusal
                == .sessionOutsideCohort(session: "S1", day: "2024-09-09", first: "2024-09-02", last: "2024-09-03")
        )
        #expect(refusal?.code == "ENR09")
    }
}
