import Casework
import Postgres
import Store
import Zones

/// A certificate as it was handed out; the record never changes, only the name follows the person's register.
public struct Certificate: Sendable, Hashable {
    public let code: Code
    public let enrollment: Code
    public let person: Code
    public let name: String
    public let program: Code
    public let programName: String
    public let cohort: Code
    public let completedOn: Day
    /// Training hours (45 minutes) attended.
    public let hours: Int
    public let attended: Int
    public let recorded: Int
    public let ruleVersion: Int
    public let issuedOn: Day
    public let issuedBy: ZoneCode
    /// The code by which a stranger can check the paper.
    public let verification: String
}

/// The certificates of the active zone's people.
public enum CertificateStore {
    /// One certificate; nil when the active zone has none of that code.
    public static func show(_ session: Session, _ code: Code) throws -> Certificate? {
        let statement: Statement = """
            select t.code, e.code, coalesce(k.code, p.code), coalesce(k.name, p.name), g.code, g.name_zh, c.code,
                t.completed_on, t.hours, t.attended, t.recorded, r.version, t.issued_on, z.code, t.verification_code
            from enrollment.certificate t
            join enrollment.enrollment e on e.zone_id = t.zone_id and e.id = t.enrollment_id
            join core.person p on p.zone_id = e.zone_id and p.id = e.person_id
            left join core.person k on k.id = p.merged_into
            join enrollment.program g on g.id = t.program_id
            join enrollment.cohort c on c.id = t.cohort_id
            join enrollment.completion_rule r on r.id = t.completion_rule_id
            join core.zone z on z.id = t.issued_by_zone_id
            where t.code = \(code)
            """
        return try session.connection.row(statement, as: Row.self).map(certificate)
    }

    private typealias Row = (
        Code, Code, Code, String, Code, String, Code, Day, Int32, Int32, Int32, Int32, Day, ZoneCode, String
    )

    private static func certificate(_ row: Row) -> Certificate {
        Certificate(
            code: row.0,
            enrollment: row.1,
            person: row.2,
            name: row.3,
            program: row.4,
            programName: row.5,
            cohort: row.6,
            completedOn: row.7,
            hours: Int(row.8),
            attended: Int(row.9),
            recorded: Int(row.10),
            ruleVersion: Int(row.11),
            issuedOn: row.12,
            issuedBy: row.13,
            verification: row.14
        )
    }

    /// What an issue made.
    public struct Issued: Sendable, Hashable {
        public let code: String
        public let verification: String
    }

    /// Issues the certificate of a completed enrollment, by its own zone or by a host, under `code` or a new one.
    ///
    /// Refused with `ENR16` for who has not completed, `ENR17` for the second certificate of an enrollment.
    public static func issue(enrollment: Code, code: Code?, verification: VerificationCode) -> Verb<Issued> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.issue_certificate(\(request), \(enrollment), \(code), \(verification.text))"
        } decode: { columns throws(AnswerFault) in
            Issued(code: try columns.column(0), verification: try columns.column(1))
        }
    }

    /// What a certificate shows to a stranger, and nothing more.
    public struct Shown: Sendable, Hashable {
        /// The first character of the name, then ＊.
        public let nameInitial: String
        /// The program's Chinese name.
        public let program: String
        public let completedOn: Day
    }

    /// The certificate behind a verification code as it is typed from paper.
    ///
    /// - Throws: `EnrollmentRejection.verificationMistyped` for what no code looks like,
    ///   `EnrollmentRejection.noSuchCertificate` for a code of no certificate.
    public static func verify(_ session: Session, typed: String) throws -> Shown {
        let code: VerificationCode
        do { code = try VerificationCode(typed: typed) } catch { throw EnrollmentRejection.verificationMistyped(error) }
        guard let paper = try VerificationStore.paper(session, code), paper.kind == "certificate",
            paper.shown.count == 3
        else { throw EnrollmentRejection.noSuchCertificate(code.text) }
        return Shown(
            nameInitial: paper.shown[0],
            program: paper.shown[1],
            completedOn: try Day(iso: paper.shown[2])
        )
    }
}
