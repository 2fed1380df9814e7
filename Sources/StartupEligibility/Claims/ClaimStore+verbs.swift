import Postgres
import Store
import Zones

extension ClaimStore {
    /// Where a claim stands after a verb, and what else it answers: a day, documents, an amount.
    public struct Moved: Sendable, Hashable {
        public let code: String
        public let state: String
        public let detail: String?
        /// In fen, of an approval or a recheck.
        public var amount: Money? { detail.flatMap { Int64($0) }.map { Money(fen: $0) } }
    }

    private static func verb(_ statement: @escaping @Sendable (Request) -> Statement) -> Verb<Moved> {
        Verb(refusedAs: ClaimRejection.self, statement) { columns throws(AnswerFault) in
            Moved(
                code: try columns.column(0),
                state: try columns.column(1),
                detail: columns.count > 2 ? columns[2] : nil
            )
        }
    }

    /// Opens a draft for one benefit of a decision that said yes; the only one where `benefit` is nil. Refused with `CLM03`
    /// for another verdict, `CLM04` out of time, `CLM06` while one is open, `CLM08` for what was granted before.
    ///
    /// - Parameters:
    ///   - spouse: where the policy gives once per family; `hasNoSpouse` for somebody who has none
    ///   - site: where the policy gives once per site
    public static func open(
        decision: Code,
        benefit: Code?,
        code: Code?,
        spouse: Code? = nil,
        hasNoSpouse: Bool = false,
        site: String? = nil
    ) -> Verb<Moved> {
        verb { request in
            """
            select eligibility.open_claim(\(request), \(code), \(decision), \(benefit), \(spouse), \(hasNoSpouse), \(site))
            """
        }
    }

    /// Claims for the first time, or again after a return. Refused with `CLM03` for who is not eligible any more.
    public static func submit(_ assessment: ClaimAssessment) throws(ClaimRejection) -> Verb<Moved> {
        let found = try assessment.checked()
        return verb { "select eligibility.submit_claim(\($0), \(found.claim.code), \(assessed: found))" }
    }

    /// Takes a complete claim. Refused with `CLM10` while documents are missing.
    public static func receive(_ code: Code) -> Verb<Moved> {
        verb { "select eligibility.receive_claim(\($0), \(code))" }
    }

    /// Gives it back to the applicant, before receipt with everything that is missing. Refused with `CLM11` for a document
    /// that was not told the first time, `CLM12` by its author.
    public static func giveBack(_ code: Code, reason: String?) -> Verb<Moved> {
        verb { "select eligibility.return_claim(\($0), \(code), \(reason))" }
    }

    /// Promises a document within the policy's days. Refused with `CLM13` where the policy wants it at once.
    public static func promise(_ code: Code, requirement: Code) -> Verb<Moved> {
        verb { "select eligibility.promise_document(\($0), \(code), \(requirement))" }
    }

    /// Takes the next review. Refused with `CLM12` by its author, `COR12` for a second step by one person.
    public static func review(_ code: Code) -> Verb<Moved> {
        verb { "select eligibility.review_claim(\($0), \(code))" }
    }

    /// Takes the last review and reserves the money. Refused with `CLM08` for what was granted before, `CLM27` beyond a cap,
    /// `CLM28` where a budget has less.
    public static func recheck(_ assessment: ClaimAssessment) throws(ClaimRejection) -> Verb<Moved> {
        let found = try assessment.checked()
        return verb { "select eligibility.recheck_claim(\($0), \(found.claim.code), \(assessed: found))" }
    }

    /// Puts it on public notice for the policy's days.
    public static func publish(_ code: Code) -> Verb<Moved> {
        verb { "select eligibility.publish_claim(\($0), \(code))" }
    }

    /// Notes an objection while it is on notice.
    public static func object(_ code: Code, by person: String, reason: String) -> Verb<Moved> {
        verb { "select eligibility.object_claim(\($0), \(code), \(person), \(reason))" }
    }

    /// Says what became of an objection: `dismissed` or `upheld`.
    public static func settle(_ code: Code, objection: Int, outcome: ObjectionOutcome, answer: String) -> Verb<Moved> {
        verb {
            "select eligibility.settle_objection(\($0), \(code), \(Int32(objection)), \(outcome.rawValue), \(answer))"
        }
    }

    /// Grants it for good. Refused with `CLM16` to `CLM18` before the notice is over and objections are dismissed, `CLM25`
    /// when the amount is another by now.
    public static func approve(_ assessment: ClaimAssessment) throws(ClaimRejection) -> Verb<Moved> {
        let found = try assessment.checked()
        return verb { "select eligibility.approve_claim(\($0), \(found.claim.code), \(assessed: found))" }
    }

    public static func refuse(_ code: Code, reason: String) -> Verb<Moved> {
        verb { "select eligibility.refuse_claim(\($0), \(code), \(reason))" }
    }

    public static func withdraw(_ code: Code, reason: String?) -> Verb<Moved> {
        verb { "select eligibility.withdraw_claim(\($0), \(code), \(reason))" }
    }

    /// Ends a claim whose promise was not kept, or that was not answered in time. Refused with `CLM21` for another.
    public static func lapse(_ code: Code) -> Verb<Moved> {
        verb { "select eligibility.lapse_claim(\($0), \(code))" }
    }
}

/// What became of an objection.
public enum ObjectionOutcome: String, Sendable, Hashable, CaseIterable {
    case dismissed, upheld
}

extension Statement.StringInterpolation {
    /// A composite value of the type `eligibility.assessment`.
    mutating func appendInterpolation(assessed found: ClaimAssessment) {
        let answer = found.answer
        let decision = answer.decision
        appendLiteral("row(")
        appendInterpolation(answer.head.code)
        appendLiteral(", ")
        appendInterpolation(decision.day)
        appendLiteral(", ")
        appendInterpolation(found.verdict.word)
        appendLiteral(", ")
        appendInterpolation(Int64(bitPattern: decision.yes))
        appendLiteral(", ")
        appendInterpolation(Int64(bitPattern: decision.no))
        appendLiteral(", ")
        appendInterpolation(decision.window?.from)
        appendLiteral(", ")
        appendInterpolation(decision.window?.until)
        appendLiteral(", ")
        appendInterpolation(answer.rules.sum(answer.awards).exact)
        appendLiteral(", ")
        appendInterpolation(answer.file.facts.text(answer.rules.catalogue))
        appendLiteral(", ")
        appendInterpolation(answer.record)
        appendLiteral(", ")
        appendInterpolation(found.amount)
        appendLiteral(", ")
        appendInterpolation(found.principal)
        appendLiteral(", ")
        appendInterpolation(found.months.map(Int32.init))
        appendLiteral(", ")
        appendInterpolation(found.cap)
        appendLiteral(", ")
        appendInterpolation(found.funder)
        appendLiteral(", ")
        appendInterpolation(found.factsSeen)
        appendLiteral(")::eligibility.assessment")
    }
}
