import Postgres
import Store
import Zones

extension HandoffStore {
    /// An offer as it was made.
    public struct Offered: Sendable, Hashable {
        public let code: String
        /// The last day for the answer: working days of the receiver's.
        public let dueOn: String
    }

    /// Offers a project that the active zone holds to another zone.
    ///
    /// Refused with `HND04` by who does not hold it, `HND05` to itself, `HND06` to a closed zone, `HND07` while it is on
    /// offer.
    public static func offer(_ project: Code, to receiver: ZoneCode, reason: String, credit: CreditSplit, code: Code?)
        -> Verb<Offered>
    {
        let measures = CreditMeasure.allCases
        return Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.offer_handoff(\(request), \(code), \(project), 'whole', \(receiver), \(reason),
                \(measures.map(\.rawValue)), \(measures.map { credit.sender($0) }), \(measures.map { credit.receiver($0) }))
            """
        } decode: { columns throws(AnswerFault) in
            Offered(code: try columns.column(0), dueOn: try columns.column(2))
        }
    }

    /// What an acceptance brought about.
    public struct Accepted: Sendable, Hashable {
        public let code: String
        /// How often the project has changed hands, counted from 1 for its first zone.
        public let epoch: Int
    }

    /// Takes over what was offered to the active zone: it holds the project from this moment.
    ///
    /// Refused with `HND01` after an answer or a withdrawal, `HND02` by the sender, `HND03` without a squad, `HND12` when
    /// the day for the answer has passed.
    public static func accept(_ handoff: Code) -> Verb<Accepted> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.accept_handoff(\(request), \(handoff))"
        } decode: { columns throws(AnswerFault) in
            Accepted(code: try columns.column(0), epoch: try columns.integer(2))
        }
    }

    /// Declines what was offered to the active zone. Answers the code. Refused with `HND01`, `HND02`.
    public static func reject(_ handoff: Code, reason: String) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.reject_handoff(\(request), \(handoff), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Takes the active zone's own offer back before it is answered. Answers the code. Refused with `HND01`, `HND02`.
    public static func withdraw(_ handoff: Code, reason: String) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.withdraw_handoff(\(request), \(handoff), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
