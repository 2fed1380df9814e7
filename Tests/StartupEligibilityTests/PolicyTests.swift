import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct PolicyTests {
    @Test func `a published version never changes, for psql neither`() throws {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let key = try scene.addVersion()
        try scene.addClause("student", to: key)
        try scene.publish(key)
        #expect(throws: EligibilityRejection.published(version: "1")) {
            try scene.addClause("veteran", to: key, code: "C2")
        }
        let superuser = try scene.database.connection()
        for statement: Statement in [
            "update eligibility.clause set condition = 'veteran'", "delete from eligibility.clause",
            "update eligibility.version set valid_from = '2020-01-01'",
            "delete from eligibility.version", "update eligibility.version set anchor = 'registered_on'",
        ] {
            #expect(throws: PostgresError.self) { try superuser.execute(statement) }
        }
    }

    @Test func `two versions cannot be in force for one zone, anchor and day`() throws {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let first = try scene.addVersion("1", from: "2024-01-01", until: "2024-12-31")
        let second = try scene.addVersion("2", from: "2024-12-31")
        for key in [first, second] { try scene.addClause("student", to: key) }
        try scene.publish(first)
        #expect(throws: EligibilityRejection.overlapping) { try scene.publish(second) }
        try scene.session.perform(
            PolicyStore.retire(first, on: try Day(iso: "2024-12-30"), lateClaimUntil: nil, reason: "修订")
        )
        try scene.publish(second)
    }

    @Test func `eight who publish overlapping versions at once put one into force`() throws {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let keys = try (1...8).map { number in
            let key = try scene.addVersion("V\(number)")
            try scene.addClause("student", to: key)
            return key
        }
        let database = scene.database
        let results = race(8) { index in
            let session = try database.session()
            try session.perform(try Publication.publish(session, keys[index]))
        }
        #expect(results.count == 8)
        #expect(results.filter { (try? $0.get()) != nil }.count == 1)
        let published: Int? = try database.connection().value("select count(*) from eligibility.version_zone")
        #expect(published == 1)
    }

    @Test
    func `a worked case that fails, an unknown fact and a unit that is missing keep a draft from coming into force`()
        throws
    {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let key = try scene.addVersion()
        #expect(throws: EligibilityRejection.self) { try scene.publish(key) }
        try scene.addClause("student", to: key)
        let wrong = WorkedCase(code: "W", asOf: try Day(iso: "2024-10-19"), facts: "student=yes", verdict: .no)
        try scene.session.perform(PolicyStore.add(wrong, to: key))
        #expect(
            throws: EligibilityRejection.caseFails(
                policy: "P",
                [
                    PolicyFault(.workedCase, "W", .otherwise(expected: "no", found: "yes"))
                ]
            )
        ) { try scene.publish(key) }
        try scene.addClause("nonsense = 3", to: key, code: "C2")
        try scene.addClause("staff >= 3", to: key, code: "C3")
        let error = #expect(throws: EligibilityRejection.self) { try scene.publish(key) }
        guard case .faulty(_, let faults)? = error else { Issue.record("\(String(describing: error))"); return }
        #expect(faults.map(\.code) == ["C2", "C3"])
        #expect(faults.last?.problem == .expression(.unitMissing("people")))
    }

    @Test func `outside a sample somebody else publishes`() throws {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let key = try scene.addVersion()
        try scene.addClause("student", to: key)
        try scene.database.connection().execute("update core.database set sample = false")
        let drafter = try Session(
            SessionConfiguration(parameters: scene.database.parameters(as: "tester"), zone: try ZoneCode("ETDZ"))
        )
        #expect(throws: EligibilityRejection.secondPersonNeeded(policy: "P", version: "1")) {
            try drafter.perform(try Publication.publish(drafter, key))
        }
        let other = try Session(
            SessionConfiguration(parameters: scene.database.parameters(as: "officer_etdz"), zone: try ZoneCode("ETDZ"))
        )
        try other.perform(try Publication.publish(other, key))
    }

    @Test func `a policy of another zone is published by its own reviewer only`() throws {
        let scene = try EligibilityScene()
        try scene.addPolicy(zones: ["ETDZ", "INNO"])
        let key = try scene.addVersion()
        try scene.addClause("student", to: key)
        let officer = try scene.database.session(as: "officer_etdz")
        #expect(throws: EligibilityRejection.zoneOfOthers(policy: "P", zone: "INNO")) {
            try officer.perform(try Publication.publish(officer, key))
        }
    }

    @Test func `every constraint of the module's tables is mapped`() throws {
        let names = try TestDatabase.current.connection().rows(
            """
            select c.conname::text from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.connamespace = 'eligibility'::regnamespace and c.contype <> 'f' and t.relname = any (\(Self.tables))
                and not (c.contype = 'p' and exists (
                    select from pg_attribute a
                    where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attidentity = 'a'))
            """,
            as: String.self
        )
        #expect(names.count > 40)
        for name in names where name != "fact_pkey" {
            #expect(EligibilityRejection.refusing(name, facts: []) != nil, "\(name)")
        }
        #expect(Set(EligibilityRejection.rules).count == EligibilityRejection.rules.count)
    }

    private static let tables = [
        "fact", "fact_value", "policy", "policy_zone", "version", "version_zone", "parameter", "clause", "benefit",
        "worked_case", "exclusion", "requirement", "step", "decision", "outlook", "outlook_edge",
    ]
}
