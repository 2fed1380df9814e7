import Postgres
import Store
import StoreTesting
import Testing

@Suite(.database)
struct CoreRejectionTests {
    let database = TestDatabase.current

    /// The rejections of the store: its own, and those of its subjects.
    private static func refuse(_ rule: String) -> (any Rejection)? {
        CoreRejection.refusing(rule, facts: []) ?? ActorRejection.refusing(rule, facts: [])
            ?? PersonRejection.refusing(rule, facts: [])
    }

    @Test func `every constraint that a user can meet in core is explained`() throws {
        // Left out: keys that the store itself numbers, and keys to zones and to parents that the verbs have just read.
        let constraints = try database.connection().rows(
            """
            select c.conname::text from pg_constraint c join pg_namespace n on n.oid = c.connamespace
            where n.nspname = 'core' and c.contype in ('c', 'u', 'x')
            union
            select i.indexrelid::regclass::text from pg_index i join pg_class t on t.oid = i.indrelid
            where t.relnamespace = 'core'::regnamespace and i.indisunique and not i.indisprimary
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """,
            as: String.self
        )
        let internalOnes: Set = [
            "database_one_row", "table_kind_known", "organization_in_zone", "person_in_zone",
            "event_subject_in_sequence", "event_text_without_controls", "seal_digest_length", "seal_counted",
            "duty_pair_once",
        ]
        let unexplained = constraints.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
            .filter { !internalOnes.contains($0) && Self.refuse($0) == nil }
        #expect(unexplained == [])
    }

    @Test func `every rule that a core function rejects by is explained`() throws {
        let sources = try database.connection().rows(
            "select prosrc from pg_proc where pronamespace = 'core'::regnamespace",
            as: String.self
        )
        var rules: Set<String> = []
        for source in sources {
            for part in source.components(separatedBy: "core.reject('").dropFirst() {
                rules.insert(String(part.prefix { $0 != "'" }))
            }
        }
        #expect(rules.count >= 4)
        #expect(rules.filter { Self.refuse($0) == nil } == [])
    }

    @Test func `codes are stable and each case has its own`() {
        let all: [CoreRejection] = [
            .missing(noun: "", key: ""), .zoneNeeded(wanted: ""), .roleNeeded(role: ""), .requestReused(id: ""),
            .clockSetOutsideSample, .taken(rule: ""), .invalid(rule: ""), .calendarYearNotLoaded(year: ""),
            .rateDiffers(day: ""), .mergeOfDifferentPeople(duplicate: "", kept: ""), .zoneClosed(code: "", on: ""),
            .fourEyes(rule: ""), .privilegeNeeded(object: ""), .otherIsolation(level: ""),
        ]
        #expect(all.map(\.code) == (1...14).map { $0 < 10 ? "COR0\($0)" : "COR\($0)" })
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}
