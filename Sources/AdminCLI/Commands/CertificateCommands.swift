import Casework
import Store
import TalentEnrollment
import Zones

enum CertificateCommands {
    static let all = [issue, show, verify, print]

    static let issue = Command(
        "certificate",
        "issue",
        "颁发结业证书",
        "issue the certificate of a completed enrollment",
        effect: .write,
        role: .officer,
        fields: [.key("enrollment", .code, "报名编号", "the enrollment's code"), .newCode],
        columns: [Column("code", "证书编号", "certificate", .code), Column("verification", "验证码", "verification code")],
        example: "certificate issue E-FOUNDER",
        .write { invocation, _ in
            var generator = SystemRandomNumberGenerator()
            let verb = CertificateStore.issue(
                enrollment: try invocation.code("enrollment"),
                code: try invocation.optionalCode("code"),
                verification: VerificationCode(using: &generator)
            )
            return PendingWrite(verb) { .row(.code($0.code), .text($0.verification), made: $0.code) }
        }
    )

    static let show = Command(
        "certificate",
        "show",
        "查看证书",
        "show a certificate",
        effect: .read,
        role: .officer,
        fields: [.key("certificate", .code, "证书编号", "the certificate's code")],
        columns: [
            Column("code", "证书编号", "certificate", .code), Column("enrollment", "报名编号", "enrollment", .code),
            Column("person", "人员", "person", .code), Column("name", "姓名"), Column("program", "班", "program", .code),
            Column("program_name", "班名", "program name"), Column("cohort", "期", "cohort", .code),
            Column("completed_on", "结业日", "completed on", .day), Column("hours", "学时", "hours", .integer),
            Column("attended", "到课", "attended", .integer), Column("sessions", "课次", "sessions", .integer),
            Column("rule_version", "规则版本", "rule version", .integer),
            Column("issued_on", "颁发日", "issued on", .day), Column("issued_by", "颁发区", "issued by", .code),
            Column("verification", "验证码", "verification code"),
        ],
        example: "certificate show C-2024-000001",
        .query { invocation, session in
            let code = try invocation.code("certificate")
            guard let shown = try CertificateStore.show(session, code) else {
                throw CoreRejection.missing(noun: "certificate", key: code.text)
            }
            return .row(
                .code(shown.code.text),
                .code(shown.enrollment.text),
                .code(shown.person.text),
                .text(shown.name),
                .code(shown.program.text),
                .text(shown.programName),
                .code(shown.cohort.text),
                .day(shown.completedOn),
                .integer(shown.hours),
                .integer(shown.attended),
                .integer(shown.recorded),
                .integer(shown.ruleVersion),
                .day(shown.issuedOn),
                .code(shown.issuedBy.text),
                .text(shown.verification)
            )
        }
    )

    static let verify = Command(
        "certificate",
        "verify",
        "凭验证码核验证书，只显示姓首字、班名、日期",
        "check a certificate by its verification code",
        effect: .read,
        role: .officer,
        fields: [.key("verification", .text, "证书上的验证码", "the code on the paper")],
        columns: [
            Column("name", "姓名"), Column("program", "班名", "program"),
            Column("completed_on", "结业日", "completed on", .day),
        ],
        example: "certificate verify 0000-0000-0000",
        .query { invocation, session in
            let shown = try CertificateStore.verify(session, typed: invocation.text("verification"))
            return .row(.text(shown.nameInitial), .text(shown.program), .day(shown.completedOn))
        }
    )

    static let print = Command(
        "certificate",
        "print",
        "打印证书（HTML，重定向到文件后用浏览器打开）",
        "print a certificate, as HTML",
        effect: .read,
        role: .officer,
        fields: [.key("certificate", .code, "证书编号", "the certificate's code")],
        example: "certificate print C-2024-000001",
        .query { invocation, session in
            let code = try invocation.code("certificate")
            guard let shown = try CertificateStore.show(session, code) else {
                throw CoreRejection.missing(noun: "certificate", key: code.text)
            }
            let cohort = try CohortStore.show(session, shown.cohort)
            let zone = try ZoneStore.list(session).first { $0.code == shown.issuedBy }
            let page = shown.page(cohortNumber: cohort.number, zoneName: zone?.nameZh ?? shown.issuedBy.text)
            return .document(page.html)
        }
    )
}
