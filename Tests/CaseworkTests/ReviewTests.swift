import Postgres
import StoreTesting
import Testing
import Zones

@testable import Casework

@Suite(.database)
struct ReviewTests {
    private func review(
        _ step: String,
        by reviewer: String,
        _ outcome: Review.Outcome = .approved,
        reason: String? = nil,
        after earlier: [Review] = []
    ) throws(Review.Refusal) -> Review {
        try Review(step: step, enteredBy: "a", reviewedBy: reviewer, outcome: outcome, reason: reason, after: earlier)
    }

    @Test func `nobody reviews what they entered`() {
        #expect(throws: Review.Refusal.ownEntry) { try review("first", by: "a") }
    }

    @Test func `nobody takes two steps, and no step is taken twice`() throws {
        let first = try review("first", by: "b")
        #expect(throws: Review.Refusal.secondStepByOnePerson) { try review("second", by: "b", after: [first]) }
        #expect(throws: Review.Refusal.stepTaken) { try review("first", by: "c", after: [first]) }
        #expect(try review("second", by: "c", after: [first]).reviewedBy == "c")
    }

    @Test func `a refusal and a return say why`() throws {
        for outcome in [Review.Outcome.refused, .returned] {
            for reason in [nil, ""] {
                #expect(throws: Review.Refusal.reasonMissing) { try review("first", by: "b", outcome, reason: reason) }
            }
            #expect(try review("first", by: "b", outcome, reason: "材料不全").outcome == outcome)
        }
    }

    private func insert(
        _ review: (step: String, by: String, outcome: Review.Outcome, reason: String?),
        _ subject: String
    )
        throws
    {
        try TestDatabase.current.connection().execute(
            """
            insert into core.review (zone_id, subject, step, entered_by, reviewed_by, outcome, reason, at)
            select id, \(subject), \(review.step), 'a', \(review.by), \(review.outcome.rawValue), \(review.reason), now()
            from core.zone where code = 'ETDZ'
            """
        )
    }

    @Test func `the store's constraints refuse exactly what the rule refuses`() throws {
        var generator = Numbers(seed: 4)
        let names: [Review.Refusal: String] = [
            .ownEntry: "review_by_other_than_author", .stepTaken: "review_once_per_step",
            .secondStepByOnePerson: "review_one_step_per_person", .reasonMissing: "review_refusal_has_reason",
        ]
        var refused = 0
        for number in 0..<40 {
            var taken: [Review] = []
            for _ in 0..<5 {
                let outcome = Review.Outcome.allCases[generator.next(3)]
                let entry = (
                    step: ["first", "second", "third"][generator.next(3)], by: ["a", "b", "c", "d"][generator.next(4)],
                    outcome: outcome, reason: generator.next(2) == 0 ? nil : "原因"
                )
                var refusal: Review.Refusal?
                do throws(Review.Refusal) {
                    taken.append(
                        try review(entry.step, by: entry.by, entry.outcome, reason: entry.reason, after: taken)
                    )
                } catch {
                    refusal = error
                }
                let name = failureName { try insert(entry, "case:\(number)") }
                #expect((name == nil) == (refusal == nil), "\(entry) \(name ?? "taken")")
                if name != nil { refused += 1 }
                #expect(name == nil || names.values.contains(name ?? ""))
            }
        }
        #expect(refused > 40 && refused < 180)
    }

    @Test func `of eight reviewers at once one takes the step`() throws {
        let database = TestDatabase.current
        let outcomes = race(8) { index in
            try database.connection().execute(
                """
                insert into core.review (zone_id, subject, step, entered_by, reviewed_by, outcome, at)
                select id, 'case:1', 'first', 'a', \("reviewer \(index)"), 'approved', now()
                from core.zone where code = 'ETDZ'
                """
            )
        }
        #expect(outcomes.count { (try? $0.get()) == 1 } == 1)
        #expect(try database.connection().value("select count(*) from core.review", as: Int.self) == 1)
    }
}
