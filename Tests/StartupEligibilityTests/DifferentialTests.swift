import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

/// One policy of 14 clauses, decided by the engine and by an SQL statement that was written by hand for it.
@Suite(.database)
struct DifferentialTests {
    private static let conditions: [(group: String, alternative: Int, condition: String)] = [
        ("WHO", 1, "student"), ("WHO", 2, "within 60 months of graduated_on"), ("WHO", 3, "veteran"),
        ("WHO", 4, "education in (bachelor, master)"), ("WHO", 4, "age <= 35"), ("ADULT", 1, "age >= 18"),
        ("FIRM", 1, "within 36 months of registered_on"), ("STABLE", 1, "at least 6 months since registered_on"),
        ("STAFF", 1, "staff between 1 people and 300 people"), ("JOBS", 1, "insured >= 6 months"),
        ("JOBS", 2, "staff >= 20 people"), ("RENT", 1, "rent <= 60000 yuan"),
        ("NOT", 1, "education != college"), ("OLD", 1, "registered_on >= 2015-01-01"),
    ]

    /// SQL's `and` and `or` are Kleene's; `bool_and` is not: it skips NULL.
    private static let oracle: Statement = """
        select n, (c[1] or c[2] or c[3] or (c[4] and c[5])) and c[6] and c[7] and c[8] and c[9] and (c[10] or c[11])
                and c[12] and c[13] and c[14] and '2024-10-19'::date >= '2020-01-01'::date,
            array(select coalesce(x::int, -1) from unnest(c) with ordinality as u (x, i) order by i)
        from (
            select n, array[
                student, '2024-10-19' >= graduated_on and '2024-10-19' <= (graduated_on + interval '60 months')::date, veteran,
                education in ('bachelor', 'master'), extract(year from age('2024-10-19', birth_on)) <= 35,
                extract(year from age('2024-10-19', birth_on)) >= 18,
                '2024-10-19' >= registered_on and '2024-10-19' <= (registered_on + interval '36 months')::date,
                '2024-10-19' >= (registered_on + interval '6 months')::date, staff >= 1 and staff <= 300, insured >= 6,
                staff >= 20, rent <= 6000000, education <> 'college', registered_on >= '2015-01-01'] as c
            from pg_temp.sheet) as s
        order by n
        """

    @Test func `a hand-written statement agrees on random fact sets with unknowns`() throws {
        let count = Environment["ZB_DIFFERENTIAL"].flatMap { Int($0) } ?? 20_000
        let connection = try TestDatabase.current.connection()
        try connection.execute("select setseed(0.4242)")
        try connection.execute(
            "create temp table sheet (n int primary key, student boolean, graduated_on date, veteran boolean, education text, birth_on date, registered_on date, staff int, insured int, rent bigint)"
        )
        try connection.execute(
            """
            insert into pg_temp.sheet
            select n, case when random() < 0.8 then random() < 0.5 end,
                case when random() < 0.8 then '2017-10-10'::date + (random() * 2600)::int end,
                case when random() < 0.8 then random() < 0.3 end,
                case when random() < 0.8 then (array['college', 'bachelor', 'master', 'doctor'])[1 + (random() * 3)::int] end,
                case when random() < 0.8 then '1986-10-10'::date + (random() * 8000)::int end,
                case when random() < 0.9 then '2021-10-10'::date + (random() * 1000)::int end,
                case when random() < 0.9 then (random() * 330)::int end, case when random() < 0.8 then (random() * 12)::int end,
                case when random() < 0.9 then (random() * 7000000)::bigint end
            from generate_series(1, \(count)) as n
            """
        )
        let rules = try Rulebook(
            PolicyVersion(
                policy: "P",
                code: "1",
                validFrom: Day(iso: "2020-01-01"),
                clauses: Self.conditions.enumerated().map {
                    Clause(
                        code: "C\($0)",
                        group: $1.group,
                        alternative: $1.alternative,
                        condition: $1.condition,
                        article: "1",
                        wordingZh: "",
                        cure: .nobody
                    )
                }
            ),
            SampleRules.catalogue
        )
        let day = try Day(iso: "2024-10-19")
        var answers: [Decision] = []
        answers.reserveCapacity(count)
        try connection.stream(
            """
            select student, graduated_on, veteran, education, birth_on, registered_on, staff::bigint, insured::bigint, rent
            from pg_temp.sheet order by n
            """,
            as: (Bool?, Day?, Bool?, String?, Day?, Day?, Int64?, Int64?, Int64?).self
        ) { student, graduated, veteran, education, birth, registered, staff, insured, rent in
            var facts = FactSheet(SampleRules.catalogue)
            func set(_ name: String, _ value: FactValue?) {
                if let slot = SampleRules.catalogue.slot(name), let value { facts.values[slot] = value }
            }
            set("student", student.map(FactValue.boolean))
            set("graduated_on", graduated.map(FactValue.day))
            set("veteran", veteran.map(FactValue.boolean))
            set("education", education.map(FactValue.code))
            set("birth_on", birth.map(FactValue.day))
            set("registered_on", registered.map(FactValue.day))
            set("staff", staff.map(FactValue.number))
            set("insured", insured.map(FactValue.number))
            set("rent", rent.map(FactValue.number))
            answers.append(assess(facts, rules, on: day))
        }
        var verdicts: [Ternary: Int] = [:]
        try connection.stream(Self.oracle, as: (Int32, Bool?, [Int32]).self) { number, verdict, clauses in
            let decision = answers[Int(number) - 1]
            let expected = verdict.map { Ternary($0) } ?? .unknown
            verdicts[expected, default: 0] += 1
            let outcomes = clauses.map { $0 < 0 ? Ternary.unknown : Ternary($0 == 1) }
            let found = clauses.indices.map { decision.outcome($0) }
            if decision.verdict != expected || outcomes != found {
                Issue.record("row \(number): \(expected) \(outcomes), but \(decision.verdict) \(found)")
            }
        }
        #expect(answers.count == count)
        #expect(Ternary.allCases.allSatisfy { verdicts[$0, default: 0] > count / 200 }, "\(verdicts)")
    }
}
