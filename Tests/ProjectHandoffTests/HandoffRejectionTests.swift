import Postgres
import ProjectHandoff
import StoreTesting
import Testing

@Suite(.database)
struct HandoffRejectionTests {
    /// Constraints and unique indexes by name, and the rules that functions name; keys that the server named itself are
    /// of ids which the verbs have just read.
    private func named() throws -> Set<String> {
        Set(
            try TestDatabase.current.connection().rows(
                """
                select conname::text from pg_constraint
                where connamespace = 'handoff'::regnamespace and conname !~ '_(pkey|fkey)$'
                union
                select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid
                where c.relnamespace = 'handoff'::regnamespace and i.indisunique
                    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
                union
                select (regexp_matches(p.prosrc, 'core\\.reject\\(''([a-z_]+)''', 'g'))[1] from pg_proc p
                where p.pronamespace = 'handoff'::regnamespace
                """,
                as: String.self
            )
        )
    }

    @Test func `every constraint and rule of the module has its rejection, and no other name has one`() throws {
        #expect(try named() == Set(HandoffRejection.rules))
        #expect(HandoffRejection.rules.count == Set(HandoffRejection.rules).count)
        for rule in HandoffRejection.rules { #expect(HandoffRejection.refusing(rule, facts: []) != nil, "\(rule)") }
        #expect(HandoffRejection.refusing("person_code_once", facts: []) == nil)
    }

    @Test func `a stage that is not in the data is refused`() throws {
        let scene = try HandoffScene()
        let refused = try refusal {
            try scene.coordinator("INNO").perform(
                ProjectStore.add(code: nil, .init(name: "样例", industry: "装备", stage: .init("nowhere")))
            )
        }
        #expect(refused == .stageUnknown)
    }

    @Test func `a code is used once in the region`() throws {
        let scene = try HandoffScene()
        let refused = try refusal {
            try scene.coordinator("ETDZ").perform(
                ProjectStore.add(code: scene.project, .init(name: "样例", industry: "装备", stage: .init("research")))
            )
        }
        #expect(refused == .codeTaken(rule: "project_code_once"))
    }
}
