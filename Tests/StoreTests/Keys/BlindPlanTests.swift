import Postgres
import StoreTesting
import Testing
import Zones

@testable import Store

/// Nobody learns from a search whether another zone knows a number.
@Suite(.database)
struct BlindPlanTests {
    let database = TestDatabase.current

    /// The plan of the search inside `core.find_person`, as the owner of the tables runs it.
    private func plan(_ index: Bytes) throws -> [String] {
        let superuser = try database.connection()
        try superuser.script(
            """
            create or replace function public.plan_of(z bigint, wanted bytea) returns setof text language plpgsql as $$
            begin
                return query execute
                    'explain (costs off)
                    select p.code from core.person p join core.identity i on i.id = p.identity_id
                    where p.zone_id = $1 and p.merged_into is null and p.erased_on is null and i.id_index = $2' using z, wanted;
            end $$;
            """
        )
        return try superuser.rows(
            "select plan_of(z.id, \(index)) from core.zone z where z.code = 'INNO'",
            as: String.self
        )
    }

    private func shape(_ plan: [String]) -> [String] {
        plan.map { line in String(line.prefix { $0 != "(" }) }
    }

    @Test func `the search of a number has one plan, whether another zone knows it or nobody`() throws {
        for index in 1...90 {
            let details = PersonDetails(idNumber: SampleIdentities.residentID(index))
            try database.session(zone: index % 3 == 0 ? "INNO" : "ETDZ").perform(
                PersonStore.add(code: nil, name: PersonName("样例一"), details)
            )
        }
        // Many others, so that the planner has a reason to use an index.
        try database.connection().script(
            """
            with i as (
                insert into core.identity (id_index)
                select sha256(convert_to(n::text, 'UTF8')) from generate_series(1, 3000) n returning id)
            insert into core.person (zone_id, code, name, identity_id)
            select (select id from core.zone where code = 'TZBA'), 'X' || id, '样例', id from i;
            analyze core.person, core.identity;
            """
        )
        let session = try database.session(as: "officer_inno", zone: "INNO")
        let ring = try session.keyring()
        func index(_ number: Int) -> Bytes { PersonSecrets.index(SampleIdentities.residentID(number), ring) }
        let (own, elsewhere, nobodys) = (try plan(index(3)), try plan(index(1)), try plan(index(999)))
        #expect(own.contains { $0.contains("Index") }, "\(own)")
        #expect(shape(own) == shape(elsewhere))
        #expect(shape(elsewhere) == shape(nobodys))
        // The text of the plan is that of the function.
        let body = try database.connection().value(
            "select prosrc from pg_proc where oid = 'core.find_person'::regproc",
            as: String.self
        )
        #expect(body?.contains("select p.code from core.person p join core.identity i on i.id = p.identity_id") == true)
    }

    @Test func `the officer's own EXPLAIN shows a function and nothing of what it looks at`() throws {
        try database.session(zone: "ETDZ").perform(
            PersonStore.add(
                code: nil,
                name: PersonName("样例一"),
                PersonDetails(idNumber: SampleIdentities.residentID(1))
            )
        )
        let session = try database.session(as: "officer_inno", zone: "INNO")
        let ring = try session.keyring()
        let plans = try [1, 999].map { number in
            try session.connection.rows(
                """
                explain (analyze, timing off, summary off)
                select core.find_person(\(PersonSecrets.index(SampleIdentities.residentID(number), ring)))
                """,
                as: String.self
            )
        }
        #expect(plans[0] == plans[1])
        #expect(plans[0].count == 1, "\(plans[0])")
    }

    @Test func `adding a person whom another zone knows answers as for one whom nobody knows`() throws {
        let known = PersonDetails(idNumber: SampleIdentities.residentID(1))
        try database.session(zone: "ETDZ").perform(PersonStore.add(code: nil, name: PersonName("样例一"), known))
        let session = try database.session(as: "officer_inno", zone: "INNO")
        let new = PersonDetails(idNumber: SampleIdentities.residentID(2))
        #expect(try session.perform(PersonStore.add(code: Code("A"), name: PersonName("样例一"), known)) == "A")
        #expect(try session.perform(PersonStore.add(code: Code("B"), name: PersonName("样例一"), new)) == "B")
        for query: Statement in [
            "select count(*) from core.identity", "select id_index from core.identity",
            "select identity_id from core.person", "select sealed from core.person_secret",
            "select wrapped from core.person_key", "select id from core.index_key", "select id from core.master_key",
            "select * from core.reveal",
        ] {
            let error = #expect(throws: PostgresError.self) { try session.connection.execute(query) }
            #expect(error?.sqlState?.rawValue == "42501", "\(query.text)")
        }
    }
}
