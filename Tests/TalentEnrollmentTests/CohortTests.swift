import Postgres
import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

@Suite(.database)
struct CohortTests {
    let scene = Scene()

    @Test func `a cohort shows its seats, its days and the zones that take part`() throws {
        let code = try scene.cohort(.seats(2))
        let cohort = try CohortStore.show(scene.officer("ETDZ"), code)
        #expect(cohort.capacity == .seats(2))
        #expect(cohort.hosts == ["INNO"])
        #expect(cohort.guests == ["ETDZ"])
        #expect(cohort.startsOn == (try Day(iso: "2024-09-02")))
        #expect(try CohortStore.list(scene.officer("ETDZ"), program: Code("NIGHT")) == [cohort])
        #expect(try CohortStore.list(scene.officer("ETDZ"), program: Code("OTHER")) == [])
    }

    @Test func `a program has one cohort of a number, also under eight connections at once`() throws {
        try scene.program()
        let scene = scene
        let answers = race(8) { try scene.cohort(.seats(1), "C\($0)", number: 3) }
        #expect(successes(answers).count == 1)
        #expect(refusals(answers) == Array(repeating: .cohortNumberTaken, count: 7))
        #expect(try CohortStore.list(scene.officer("INNO")).count == 1)
    }

    @Test func `what a cohort cannot be is refused with its reason`() throws {
        try scene.program()
        let officer = try scene.officer("INNO")
        func add(program: String = "NIGHT", from: String = "2024-09-02", hosts: [String] = [], guests: [String] = [])
            throws
        {
            let plan = CohortStore.Plan(
                program: try Code(program),
                number: 1,
                startsOn: try Day(iso: from),
                endsOn: try Day(iso: "2024-09-03"),
                capacity: .seats(1),
                hosts: try hosts.map { try ZoneCode($0) },
                guests: try guests.map { try ZoneCode($0) }
            )
            try officer.perform(CohortStore.add(code: Code("NIGHT-1"), plan))
        }
        #expect(try refusal { try add(from: "2024-09-04") } == EnrollmentRejection.endsBeforeStart)
        #expect(try refusal { try add(guests: ["INNO"]) } == EnrollmentRejection.zoneNamedTwice)
        #expect(try refusal { try add(guests: ["NOWHERE"]) } == CoreRejection.missing(noun: "zone", key: "NOWHERE"))
        #expect(try refusal { try add(program: "NONE") } == CoreRejection.missing(noun: "program", key: "NONE"))
        #expect(try CohortStore.list(officer) == [])
        try add(hosts: ["INNO", "ETDZ"], guests: ["TZBA"])
        #expect(try CohortStore.show(officer, Code("NIGHT-1")).hosts == ["ETDZ", "INNO"])
        #expect(try refusal { try add() } == EnrollmentRejection.codeTaken(rule: "cohort_code_once"))
    }

    @Test func `the counters cannot be made wrong by whoever writes them`() throws {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, in: cohort)
        let owner = try scene.database.connection()
        for (change, rule) in [
            ("update enrollment.cohort_seats set taken = 2, pool_taken = 2", "seats_not_oversold"),
            (
                "update enrollment.cohort_seats set taken = 0, pool_taken = 0, waiting = 1",
                "seats_nobody_waits_before_an_empty_seat"
            ),
            ("update enrollment.cohort_seats set capacity = -1", "seats_not_negative"),
            ("update enrollment.cohort_seats set unlimited = true", "seats_unlimited_has_no_number"),
            ("update enrollment.cohort_seats set reserved = 1, quotas = '{1,0}'", "seats_pool_not_oversold"),
            (
                """
                update enrollment.cohort_seats set capacity = 2, reserved = 1, quotas = '{0,1}', waiting = 1,
                    zone_waiting = '{0,1}'
                """, "seats_no_zone_waits_before_its_own_seat"
            ),
        ] as [(Statement, String)] {
            let error: PostgresError? = try refusal { try owner.execute(change) }
            #expect(error?.constraint == rule)
        }
    }
}
