import Postgres
import Store
import Zones

extension HandoffStore {
    /// What a step of a handoff brought about: state, custody, clock, credit, notices.
    public struct Moved: Sendable, Hashable {
        public let code: String
        public let state: String
        public let version: Int
        /// The zone that holds the part now.
        public let holder: String
        /// How often the part has changed hands, counted from 1 for its first zone.
        public let epoch: Int
        /// The last day of whoever is waited for.
        public let dueOn: String?
        /// `sender` or `receiver`; nil when nobody is.
        public let waitsFor: String?
        /// The terms as they stand, `measure sender:receiver` in percent.
        public let credit: String?
        /// Who was told what.
        public let told: String
        /// The receipt of an acceptance, equal for both sides.
        public let receipt: String?
        /// After an acceptance: whose A hands over to whose, by code.
        public let introduction: String?

        static let columns = 11

        init(_ columns: [String?], at start: Int = 0) throws(AnswerFault) {
            let part = Array(columns.dropFirst(start).prefix(Self.columns))
            guard part.count == Self.columns else { throw AnswerFault(columns) }
            code = try part.column(0)
            state = try part.column(1)
            version = try part.integer(2)
            holder = try part.column(3)
            epoch = try part.integer(4)
            dueOn = part[5]
            waitsFor = part[6]
            credit = part[7]
            told = part[8] ?? ""
            receipt = part[9]
            introduction = part[10]
        }
    }

    /// What an offer says besides the project and its receivers.
    public struct Offer: Sendable, Hashable {
        public var part: Code
        public var reason: String
        public var terms: CreditTerms
        /// What the sender still sees afterwards.
        public var keeps: ProjectLevel
        /// Documents that the receiver sees before it accepts; the others come with the acceptance.
        public var preview: [Code]

        public init(
            part: Code,
            reason: String,
            terms: CreditTerms,
            keeps: ProjectLevel = .status,
            preview: [Code] = []
        ) {
            self.part = part
            self.reason = reason
            self.terms = terms
            self.keeps = keeps
            self.preview = preview
        }
    }

    /// Offers a part that the active zone holds to one zone, or to several, of which the first to accept has it. Answers
    /// one handoff a zone.
    ///
    /// Refused with `HND04` by who does not hold it, `HND05` to itself, `HND06` to a closed zone, `HND07` while it is on
    /// offer, `HND16` for a kind that does not move, `HND17` when something is missing that must not be.
    public static func offer(
        _ project: Code,
        to receivers: [ZoneCode],
        _ offer: Offer,
        code: Code?,
        returning parent: Code? = nil
    ) -> Verb<[Moved]> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.offer_handoff(\(request), \(code), \(project), \(offer.part), \(receivers), \(offer.reason),
                \(offer.terms.split.standard), \(offer.terms.split.named), \(offer.terms.split.points),
                \(offer.terms.doubles), \(offer.terms.floor), \(offer.terms.years), \(offer.keeps), \(offer.preview), \(parent))
            """
        } decode: { columns throws(AnswerFault) in
            var moved: [Moved] = []
            for start in stride(from: 0, to: max(columns.count, 1), by: Moved.columns) {
                moved.append(try Moved(columns, at: start))
            }
            return moved
        }
    }

    /// Asks the custodian of a project for a part of it. Refused with `HND05` for the zone's own.
    public static func request(_ project: Code, part: Code, reason: String, code: Code?) -> Verb<Moved> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.request_handoff(\(request), \(code), \(project), \(part), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try Moved(columns)
        }
    }

    /// Takes over what was offered to the active zone: it holds the part from this moment.
    ///
    /// Refused with `HND01` after an answer or a withdrawal, `HND02` by the sender, `HND03` without a squad, `HND12` when
    /// the day for the answer has passed, `HND15` when the handoff has another version.
    public static func accept(_ handoff: Code, version: Int32? = nil) -> Verb<Moved> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.accept_handoff(\(request), \(handoff), \(version))"
        } decode: { columns throws(AnswerFault) in
            try Moved(columns)
        }
    }

    /// Proposes other terms of credit to the sender. Refused with `HND01`, `HND02`, `HND12`, `HND15`.
    public static func counter(_ handoff: Code, terms: CreditTerms, note: String, version: Int32? = nil)
        -> Verb<Moved>
    {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.counter_handoff(\(request), \(handoff), \(version), \(note), \(terms.split.standard),
                \(terms.split.named), \(terms.split.points), \(terms.doubles), \(terms.floor), \(terms.years))
            """
        } decode: { columns throws(AnswerFault) in
            try Moved(columns)
        }
    }

    /// A step that changes the handoff and nothing else. Refused with `HND01`, `HND02`, `HND12`, `HND15`, and a lapse
    /// before its day with `HND18`.
    public static func move(
        _ handoff: Code,
        _ action: HandoffState.Action,
        note: String? = nil,
        version: Int32? = nil
    ) -> Verb<Moved> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.move_handoff(\(request), \(handoff), \(action), \(version), \(note))"
        } decode: { columns throws(AnswerFault) in
            try Moved(columns)
        }
    }

    /// Declines what was offered to the active zone, or what was asked of it.
    public static func reject(_ handoff: Code, reason: String, version: Int32? = nil) -> Verb<Moved> {
        move(handoff, .reject, note: reason, version: version)
    }

    /// Takes the active zone's own offer or request back before it is answered.
    public static func withdraw(_ handoff: Code, reason: String, version: Int32? = nil) -> Verb<Moved> {
        move(handoff, .withdraw, note: reason, version: version)
    }

    /// What a project has come to at the receiver.
    public enum Milestone: String, Sendable, Hashable, CaseIterable {
        case registered, started, produced
    }

    /// Records that the project has landed, on a day from the acceptance to today. Refused with `HND19` for another day.
    public static func land(_ handoff: Code, _ milestone: Milestone, on day: Day?, version: Int32? = nil)
        -> Verb<Moved>
    {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.land_handoff(\(request), \(handoff), \(version), \(milestone), \(day))"
        } decode: { columns throws(AnswerFault) in
            try Moved(columns)
        }
    }

    /// Undoes an acceptance that should not have been; the joint office's: one person proposes it, and the same call by a
    /// second one in time gives the part back. Refused with `HND46` for the same person, `HND04` when the part went on
    /// since, `HND07` while it is on offer.
    public static func correct(_ handoff: Code, reason: String, version: Int32? = nil) -> Verb<Moved> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.correct_handoff(\(request), \(handoff), \(version), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try Moved(columns)
        }
    }

    /// Closes a handoff that has landed; the joint office's.
    public static func settle(_ handoff: Code, note: String, version: Int32? = nil) -> Verb<Moved> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.settle_handoff(\(request), \(handoff), \(version), \(note))"
        } decode: { columns throws(AnswerFault) in
            try Moved(columns)
        }
    }
}

extension HandoffStore.Milestone: PostgresText {}
extension HandoffState.Action: PostgresText {}
