import Postgres
import Store
import Zones

extension LeadStore {
    /// What a report of a lead is registered with.
    public struct Draft: Sendable, Hashable {
        public var organization: OrganizationName
        public var creditCode: CreditCode?
        public var industry: String
        public var source: String
        public var region: String?
        public var investment: Investment?

        public init(organization: OrganizationName, creditCode: CreditCode?, industry: String, source: String) {
            self.organization = organization
            self.creditCode = creditCode
            self.industry = industry
            self.source = source
        }
    }

    /// Where a report stands in the register of first contact.
    public struct Registered: Sendable, Hashable {
        public let code: String
        /// `first`, `second`, `duplicate` (of the zone's own) or `unprotected` (no credit code).
        public let rank: String
        /// The zone that has the right.
        public let holder: String?
        public let until: String?
        /// Leads of a similar name, as a warning: zone and code each.
        public let similar: String?

        init(_ columns: [String?]) throws(AnswerFault) {
            code = try columns.column(0)
            rank = try columns.column(1)
            holder = columns.count > 2 ? columns[2] : nil
            until = columns.count > 3 ? columns[3] : nil
            similar = columns.count > 4 ? columns[4] : nil
        }
    }

    /// Registers a report. Refused with `HND09` for a code that is taken, `HND20` for an investment out of range.
    public static func register(_ draft: Draft, code: Code?) -> Verb<Registered> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.register_lead(\(request), \(code), \(draft.organization.text), \(draft.creditCode?.text),
                \(draft.industry), \(draft.source), \(draft.region), \(draft.investment?.currency),
                \(draft.investment?.amount))
            """
        } decode: { columns throws(AnswerFault) in
            try Registered(columns)
        }
    }

    /// What is to be corrected; nil stays as it is.
    public struct Correction: Sendable, Hashable {
        public var organization: OrganizationName?
        public var creditCode: CreditCode?
        public var industry: String?
        public var source: String?
        public var region: String?
        public var investment: Investment?

        public init() {}
    }

    /// Corrects what was entered about a lead; the event keeps both. With another credit code its right of first contact
    /// ends, and it stands last for that firm. Refused with `HND20` for an investment out of range.
    public static func correct(_ lead: Code, _ correction: Correction, reason: String) -> Verb<Registered> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.correct_lead(\(request), \(lead), \(correction.organization?.text),
                \(correction.creditCode?.text), \(correction.industry), \(correction.source), \(correction.region),
                \(correction.investment?.currency), \(correction.investment?.amount), \(reason))
            """
        } decode: { columns throws(AnswerFault) in
            try Registered(columns)
        }
    }

    /// Notes progress, which keeps the right of first contact alive.
    public static func progress(_ lead: Code, note: String) -> Verb<Registered> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.beat_lead(\(request), \(lead), \(note))"
        } decode: { columns throws(AnswerFault) in
            try Registered(columns)
        }
    }

    /// Sends the leads of an industry or a region to a unit. Answers the route's code. Refused with `HND09`, `HND14`.
    public static func addRoute(code: Code, industry: String?, region: String?, unit: Code) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.add_route(\(request), \(code), \(industry), \(region), \(unit))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Sends a lead to a unit, or to the one that the zone's routes name. Answers the unit. Refused with `HND30` when no
    /// route fits.
    public static func route(_ lead: Code, to unit: Code?) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.route_lead(\(request), \(lead), \(unit))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(1)
        }
    }

    /// Judges a lead, once; unless it is dropped a project begins, whose code is answered. Refused with `HND31`, `HND09`.
    public static func assess(_ lead: Code, _ verdict: Verdict, note: String, project: Code?, kind: Code)
        -> Verb<String?>
    {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.assess_lead(\(request), \(lead), \(verdict), \(note), \(project), \(kind))"
        } decode: { columns in
            columns.last ?? nil
        }
    }

    /// A dispute that was raised.
    public struct Raised: Sendable, Hashable {
        public let code: String
        /// The zone that has the right for now.
        public let against: String
    }

    /// Disputes another zone's right of first contact to the firm of a lead. Refused with `HND32` when nobody has it,
    /// `HND05` when the zone has it itself, `HND33` while a dispute is open.
    public static func dispute(_ lead: Code, reason: String, code: Code?) -> Verb<Raised> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.dispute_lead(\(request), \(code), \(lead), \(reason))"
        } decode: { columns throws(AnswerFault) in
            Raised(code: try columns.column(0), against: try columns.column(1))
        }
    }

    /// Decides a dispute, once; the joint office's. Answers its code. Refused with `HND33`, and `HND34` for a zone that
    /// is no party.
    public static func decide(_ dispute: Code, for winner: ZoneCode, reason: String) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.decide_lead(\(request), \(dispute), \(winner), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
