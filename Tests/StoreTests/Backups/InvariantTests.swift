import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// Each invariant finds the damage that it is for, done by the one who may do anything.
@Suite(.database)
struct InvariantTests {
    let database = TestDatabase.current

    private func violated() throws -> Set<String> {
        let superuser = try database.connection()
        return Set(try Invariant.all.filter { try !$0.violations(superuser).isEmpty }.map(\.name))
    }

    /// A person with a sealed number, and an organization.
    private func prepare() throws {
        let session = try database.session()
        let details = PersonDetails(idNumber: try ResidentID(stored: "11010519491231002X"))
        try session.perform(PersonStore.add(code: Code("P-1"), name: PersonName("样例"), details))
        try session.perform(ZoneStore.add(code: ZoneCode("MORE"), nameZh: "样例新区", nameEn: "More"))
    }

    @Test func `sound data violate none, and there is one for every kind of promise`() throws {
        try prepare()
        #expect(try violated() == [])
        let modules = Set(Invariant.all.map { String($0.name.prefix { $0 != "." }) })
        #expect(modules.isSuperset(of: ["core", "enrollment", "schedule", "handoff"]))
    }

    @Test func `an event that was changed, a key that is gone and a constraint that was switched off are found`() throws
    {
        try prepare()
        let superuser = try database.connection()
        try superuser.script("update core.event set actor = 'somebody' where noun = 'person'")
        #expect(try violated() == ["core.event_chain"])
        try superuser.script("delete from core.person_key")
        #expect(try violated() == ["core.event_chain", "core.person_key"])
        try superuser.script("alter table core.zone add constraint later check (code <> '') not valid")
        #expect(try violated().contains("core.constraint"))
    }

    @Test func `counters that do not count what is there are found`() throws {
        let superuser = try database.connection()
        try superuser.script(
            """
            insert into enrollment.program (zone_id, code, name_zh, name_en, audience)
            select id, 'P', '样例', 'Sample', 'founders' from core.zone where code = 'ETDZ';
            insert into enrollment.cohort (zone_id, code, program_id, number, starts_on, ends_on)
            select zone_id, 'C', id, 1, '2024-09-03', '2024-12-31' from enrollment.program;
            insert into enrollment.cohort_party select id, zone_id, 'host', 1 from enrollment.cohort;
            insert into enrollment.cohort_seats (cohort_id, capacity, unlimited, quotas, zone_taken, zone_waiting)
            select id, 5, false, '{0}', '{0}', '{0}' from enrollment.cohort;
            """
        )
        #expect(try violated() == [])
        try superuser.script("update enrollment.cohort_seats set taken = 1")
        #expect(try violated() == ["enrollment.seats_taken"])
        try superuser.script("update enrollment.cohort_seats set taken = 0, zone_taken = '{1}'")
        #expect(try violated() == ["enrollment.zone_seats_taken"])
    }

    @Test func `a project that two zones hold, or nobody, is found, and so is credit that is not whole`() throws {
        let superuser = try database.connection()
        try superuser.script(
            """
            insert into handoff.project (zone_id, code, name, industry, stage, registered_on)
            select id, 'X', '样例项目', '样例', 'research', '2024-01-01' from core.zone where code = 'ETDZ';
            insert into handoff.project_party select id, zone_id, 'custodian' from handoff.project;
            insert into handoff.project_part (project_id, name, zone_id, held_since, attention_on)
            select id, '', zone_id, now(), '2024-01-01' from handoff.project;
            """
        )
        #expect(try violated() == [])
        try superuser.script(
            """
            set session_replication_role = replica;
            insert into handoff.credit_share (project_id, part_id, measure, zone_id, line, points, valid)
            select project_id, id, 'tax', zone_id, zone_id, 9000, '[2024-01-01,2025-01-01)' from handoff.project_part;
            """
        )
        #expect(try violated() == ["handoff.credit_whole"])
        try superuser.script("delete from handoff.credit_share; update handoff.project_part set epoch = 2")
        #expect(try violated() == ["handoff.custody"])
        try superuser.script(
            """
            update handoff.project_part set epoch = 1;
            insert into handoff.project_party select p.id, z.id, 'custodian' from handoff.project p, core.zone z
            where z.code = 'INNO';
            """
        )
        #expect(try violated() == ["handoff.custody"])
    }
}
