import Postgres
import Zones

/// An organization as a zone's register keeps it.
public struct OrganizationRow: Sendable, Hashable {
    public let code: Code
    public let name: String
    public let kind: OrganizationKind
    public let creditCode: String?
    public let registeredOn: Day?
    public let industry: String?
}

/// What is known of an organization when it is added, or what a correction changes; nil leaves a field as it is.
public struct OrganizationDetails: Sendable, Hashable {
    public var name: OrganizationName?
    public var kind: OrganizationKind?
    public var creditCode: CreditCode?
    public var registeredOn: Day?
    public var industry: String?

    public init(
        name: OrganizationName? = nil,
        kind: OrganizationKind? = nil,
        creditCode: CreditCode? = nil,
        registeredOn: Day? = nil,
        industry: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.creditCode = creditCode
        self.registeredOn = registeredOn
        self.industry = industry
    }
}

/// The register of organizations of the active zone.
public enum OrganizationStore {
    private static let columns: Statement =
        "select code, name, kind, credit_code, registered_on, industry from core.organization"

    /// Organizations by code, at most `limit`, after the code `after`.
    public static func list(_ session: Session, after: Code? = nil, limit: Int = 1000) throws -> [OrganizationRow] {
        try rows(session, columns + " where code > \(after?.text ?? "") order by code limit \(limit)")
    }

    /// One organization; nil when the active zone has none of that code.
    public static func show(_ session: Session, _ code: Code) throws -> OrganizationRow? {
        try rows(session, columns + " where code = \(code)").first
    }

    /// Organizations whose name begins with `name`, or that have this credit code.
    public static func find(_ session: Session, name: String?, creditCode: CreditCode?) throws -> [OrganizationRow] {
        try rows(
            session,
            columns + """
                 where (\(name)::text is null or name ^@ \(name)) and (\(creditCode?.text)::text is null
                    or credit_code = \(creditCode?.text)) order by code limit 100
                """
        )
    }

    /// The codes of all organizations of the active zone by code and by name; a name that two have is left out.
    public static func codesByName(_ session: Session) throws -> [String: Code] {
        let known = try session.connection.rows("select code, name from core.organization", as: (Code, String).self)
        let names = Dictionary(grouping: known, by: \.1).filter { $0.value.count == 1 }.compactMapValues(\.first?.0)
        return names.merging(known.map { ($0.0.text, $0.0) }) { _, code in code }
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [OrganizationRow] {
        try session.connection.rows(statement, as: (Code, String, OrganizationKind, String?, Day?, String?).self).map {
            OrganizationRow(code: $0.0, name: $0.1, kind: $0.2, creditCode: $0.3, registeredOn: $0.4, industry: $0.5)
        }
    }

    /// Adds an organization under `code`, or under a new one. Answers the code.
    public static func add(code: Code?, _ details: OrganizationDetails, name: OrganizationName, kind: OrganizationKind)
        -> Verb<String>
    {
        Verb(refusedAs: CoreRejection.self) { request in
            """
            select core.add_organization(\(request), \(code), \(name.text), \(kind),
                \(details.creditCode?.text), \(details.registeredOn), \(details.industry))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Mends a record; the event keeps the reason, the old and the new. Answers the code.
    public static func correct(_ code: Code, reason: String, _ details: OrganizationDetails) -> Verb<String> {
        Verb(refusedAs: CoreRejection.self) { request in
            """
            select core.correct_organization(\(request), \(code), \(reason), \(details.name?.text), \(details.kind),
                \(details.creditCode?.text), \(details.registeredOn), \(details.industry))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// One row of an imported file.
    public struct ImportRow: Sendable, Hashable {
        public let code: Code?
        public let name: OrganizationName
        public let kind: OrganizationKind
        public let creditCode: CreditCode?
        public let registeredOn: Day?
        public let industry: String?

        public init(
            code: Code?,
            name: OrganizationName,
            kind: OrganizationKind,
            creditCode: CreditCode?,
            registeredOn: Day?,
            industry: String?
        ) {
            self.code = code
            self.name = name
            self.kind = kind
            self.creditCode = creditCode
            self.registeredOn = registeredOn
            self.industry = industry
        }
    }

    /// Imports the rows of one file. Answers an outcome a row.
    public static func `import`(file sha256: Bytes, _ rows: [ImportRow]) -> Verb<[ImportOutcome]> {
        Verb(refusedAs: CoreRejection.self) { request in
            """
            select core.import_organizations(\(request), \(sha256), \(rows.map { $0.code?.text }),
                \(rows.map(\.name.text)), \(rows.map(\.kind.rawValue)), \(rows.map { $0.creditCode?.text }),
                \(rows.map(\.registeredOn)), \(rows.map(\.industry)))
            """
        } decode: { columns throws(AnswerFault) in
            try ImportOutcome.decode(columns)
        }
    }
}
