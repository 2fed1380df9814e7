import Postgres
import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// One cohort of two zones, seen from the host, from the guest, and from a zone that has no part in it.
@Suite(.database)
struct JointCohortTests {
    let scene = Scene()

    private func joint() throws -> Code {
        let cohort = try scene.cohort(.seats(2))
        try scene.enroll(1, "INNO", in: cohort)
        try scene.enroll(2, "ETDZ", in: cohort)
        try scene.enroll(3, "INNO", in: cohort)
        try scene.enroll(4, "ETDZ", in: cohort)
        return cohort
    }

    @Test func `a host sees the names of all zones' people, a guest those of its own`() throws {
        let cohort = try joint()
        let host = try RosterStore.roster(scene.officer("INNO"), cohort)
        #expect(
            host.map { "\($0.enrollment) \($0.zone) \($0.name)" } == [
                "E1 INNO 样例一", "E2 ETDZ 样例二", "E3 INNO 样例三", "E4 ETDZ 样例四",
            ]
        )
        let guest = try RosterStore.roster(scene.officer("ETDZ"), cohort)
        #expect(guest.map(\.enrollment.text) == ["E2", "E4"])
        #expect(guest.last?.queuePosition == 2)
        let none: CoreRejection? = try refusal { _ = try RosterStore.roster(scene.officer("TZBA"), cohort) }
        #expect(none == .missing(noun: "cohort", key: "NIGHT-1"))
    }

    @Test func `the tables show each zone its own rows and nobody an identity`() throws {
        _ = try joint()
        for (zone, own, seats) in [("INNO", ["E1", "E3"], 1), ("ETDZ", ["E2", "E4"], 1), ("TZBA", [], 0)] {
            let connection = try scene.officer(zone).connection
            #expect(try connection.rows("select code from enrollment.enrollment order by code", as: String.self) == own)
            #expect(
                try connection.value("select count(*) from enrollment.cohort_seats", as: Int64.self) == Int64(seats)
            )
            #expect(try connection.value("select count(*) from enrollment.cohort", as: Int64.self) == Int64(seats))
            let hidden: PostgresError? = try refusal {
                _ = try connection.rows("select identity_id from enrollment.enrollment", as: Int64.self)
            }
            #expect(hidden?.sqlState?.rawValue == "42501")
        }
    }

    @Test func `a zone that takes no part can neither enroll nor learn that the cohort exists`() throws {
        let cohort = try joint()
        let person = try scene.person(5, "TZBA")
        let officer = try scene.officer("TZBA")
        let refused: CoreRejection? = try refusal {
            try officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
        }
        #expect(refused == .missing(noun: "cohort", key: "NIGHT-1"))
        #expect(try CohortStore.list(officer) == [])
    }

    @Test func `guests leave attendance and judgement to the hosts`() throws {
        let cohort = try joint()
        let guest = try scene.officer("ETDZ", at: Scene.lastEvening)
        let held = AttendanceStore.Held(session: try Code("S1"), day: try Day(iso: "2024-09-03"), hours: 3)
        let only = EnrollmentRejection.hostsOnly(cohort: "NIGHT-1")
        #expect(try refusal { try guest.perform(AttendanceStore.record(cohort: cohort, held, present: [])) } == only)
        let judging: EnrollmentRejection? = try refusal {
            _ = try CompletionStore.evaluate(guest, cohort: cohort, as: guest.request())
        }
        #expect(judging == only)
    }

    @Test func `nobody writes the tables by hand`() throws {
        _ = try joint()
        let connection = try scene.officer("INNO").connection
        for change in [
            "update enrollment.cohort_seats set capacity = 99", "delete from enrollment.enrollment",
            "insert into enrollment.cohort_party select id, zone_id, 'host' from enrollment.cohort",
        ] as [Statement] {
            let refused: PostgresError? = try refusal { try connection.execute(change) }
            #expect(refused?.sqlState?.rawValue == "42501")
        }
    }

    @Test func `an officer of nowhere gets nothing out of the functions`() throws {
        _ = try joint()
        let stranger = try scene.database.session(as: "stranger", zone: nil).connection
        for question in [
            "select 1 from enrollment.roster('NIGHT-1')", "select 1 from enrollment.attendance_sheet('NIGHT-1')",
            "select 1 from enrollment.cohort_zones()",
        ] as [Statement] {
            let refused: PostgresError? = try refusal { _ = try stranger.rows(question, as: Int32.self) }
            #expect(refused?.sqlState?.rawValue == "ZB403")
        }
    }
}
