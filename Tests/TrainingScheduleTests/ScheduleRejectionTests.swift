import StoreTesting
import Testing
import TrainingSchedule

@Suite(.database)
struct ScheduleRejectionTests {
    let database = TestDatabase.current

    @Test func `every constraint and unique index of the schema is mapped, and nothing else is`() throws {
        // A primary key on an identity column that is always generated cannot be violated.
        let names = try database.connection().rows(
            """
            select c.conname::text from pg_constraint c
            where c.connamespace = 'schedule'::regnamespace and not (c.contype = 'p' and exists (
                select from pg_attribute a
                where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attidentity = 'a'))
            union
            select k.relname::text from pg_index i join pg_class k on k.oid = i.indexrelid
            where i.indisunique and k.relnamespace = 'schedule'::regnamespace
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """,
            as: String.self
        )
        let functions = try rulesOfFunctions()
        #expect(names.count > 30)
        #expect(Set(names).union(functions) == Set(ScheduleRejection.rules))
        for rule in ScheduleRejection.rules {
            #expect(ScheduleRejection.refusing(rule, facts: []) != nil, "\(rule)")
        }
    }

    /// The rules that verbs reject with by name; those of constraints and of the store are not among them.
    private func rulesOfFunctions() throws -> Set<String> {
        Set(
            try database.connection().rows(
                """
                select distinct m[1] from pg_proc p, regexp_matches(p.prosrc, 'core\\.reject\\(\\s*''(\\w+)''', 'g') as m
                where p.pronamespace = 'schedule'::regnamespace and m[1] not in ('zone_open', 'calendar_year_loaded')
                """,
                as: String.self
            )
        )
    }

    @Test func `a rule of another module is left to it`() {
        #expect(ScheduleRejection.refusing("enrollment_one_per_cohort", facts: ["K1"]) == nil)
        #expect(ScheduleRejection.refusing("", facts: []) == nil)
        #expect(Set(ScheduleRejection.rules).count == ScheduleRejection.rules.count)
    }

    @Test func `facts become the values of a rejection`() {
        #expect(
            ScheduleRejection.refusing("session_venue_seats_cohort", facts: ["R6", "6", "K1", "30"])
                == .roomTooSmall(venue: "R6", seats: "6", cohort: "K1", people: "30")
        )
        #expect(ScheduleRejection.refusing("session_code_once", facts: []) == .taken(.session))
        #expect(ScheduleRejection.refusing("venue_one_owner", facts: []) == .invalid(rule: "venue_one_owner"))
    }

    @Test func `the levels of parties in the store are those of the program`() throws {
        let stored = try database.connection().rows(
            "select code, books, sees_busy from schedule.party_level",
            as: (PartyLevel, Bool, Bool).self
        )
        #expect(Set(stored.map(\.0)) == Set(PartyLevel.allCases))
        for (level, books, seesBusy) in stored {
            #expect(level.books == books)
            #expect(level.seesBusy == seesBusy)
        }
    }
}
