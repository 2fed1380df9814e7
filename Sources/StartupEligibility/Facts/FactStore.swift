import Postgres
import Store
import Zones

/// One fact on record, as it counts on a day.
public struct FactRecord: Sendable, Hashable {
    public let definition: FactDefinition
    public let value: FactValue
    public let provenance: Provenance?
}

/// Where a value comes from.
public struct Provenance: Sendable, Hashable {
    /// The table that it was read from, or who declared it.
    public let source: String
    public let evidence: String?
    public let observedOn: Day?
    /// Sources that say different things about the same day; the value is unknown then.
    public let contradicting: [String]

    public init(source: String, evidence: String? = nil, observedOn: Day? = nil, contradicting: [String] = []) {
        self.source = source
        self.evidence = evidence
        self.observedOn = observedOn
        self.contradicting = contradicting
    }
}

/// The catalogue, and the verbs that write facts.
public enum FactStore {
    /// All facts that there are.
    public static func catalogue(_ session: Session) throws -> FactCatalogue {
        FactCatalogue(
            try session.connection.rows(
                "select name, type, unit, name_zh, name_en, source, evidence from eligibility.fact order by position",
                as: (String, FactType, String?, String, String, String, String?).self
            ).map { FactDefinition($0.0, $0.1, unit: $0.2, zh: $0.3, en: $0.4, source: $0.5, evidence: $0.6) }
        )
    }

    /// A new entry of the catalogue. Refused with `ELG05` where it means something else already.
    public static func add(_ fact: FactDefinition) -> Verb<String> {
        Verb(refusedAs: EligibilityRejection.self) { request in
            """
            select eligibility.add_fact(\(request), \(fact.name), \(fact.type), \(fact.unit), \(fact.nameZh),
                \(fact.nameEn), \(fact.evidence))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// What is declared about somebody.
    public struct Declaration: Sendable, Hashable {
        public let fact: String
        /// The key of a row of a list.
        public let row: String?
        /// Nil when it is unknown again, or the row is gone.
        public let value: String?
        public let observedOn: Day
        public let source: String
        public let evidence: String?

        public init(
            fact: String,
            row: String? = nil,
            value: String?,
            observedOn: Day,
            source: String = "declared",
            evidence: String? = nil
        ) {
            self.fact = fact
            self.row = row
            self.value = value
            self.observedOn = observedOn
            self.source = source
            self.evidence = evidence
        }
    }

    /// Puts a fact about a person or an organization on record.
    ///
    /// Refused with `ELG14` for a value that is none of the fact's type, `ELG15` for a day to come.
    public static func set(_ subject: Code, _ fact: Declaration) -> Verb<String> {
        Verb(refusedAs: EligibilityRejection.self) { request in
            """
            select eligibility.set_fact(\(request), \(subject), \(fact.fact), \(fact.row), \(fact.value),
                \(fact.observedOn), \(fact.source), \(fact.evidence))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
