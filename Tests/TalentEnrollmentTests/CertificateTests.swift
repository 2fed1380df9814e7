import Casework
import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

@Suite(.database)
struct CertificateTests {
    let scene = Scene()

    private func completed() throws -> Session {
        let cohort = try scene.taught([2, 2, 0])
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        _ = try CompletionStore.evaluate(host, cohort: cohort, as: host.request())
        return host
    }

    private func issue(_ enrollment: String, code: String? = nil) throws -> Verb<CertificateStore.Issued> {
        var generator = SystemRandomNumberGenerator()
        return CertificateStore.issue(
            enrollment: try Code(enrollment),
            code: try code.map { try Code($0) },
            verification: VerificationCode(using: &generator)
        )
    }

    @Test func `a certificate keeps class, cohort, rule and attendance`() throws {
        let host = try completed()
        let issued = try host.perform(issue("E0"))
        let shown = try #require(try CertificateStore.show(host, Code(issued.code)))
        #expect(issued.code.hasPrefix("C-2024-"))
        #expect(
            [shown.enrollment, shown.person, shown.program, shown.cohort].map(\.text) == [
                "E0", "INNO-0", "NIGHT", "NIGHT-1",
            ]
        )
        #expect([shown.hours, shown.attended, shown.recorded, shown.ruleVersion] == [6, 2, 2, 1])
        #expect(shown.name == SampleIdentities.personName(0))
        #expect(shown.completedOn == (try Day(iso: "2024-09-03")))
        #expect(shown.verification == issued.verification)
    }

    @Test func `a stranger sees the first character of the name, the program, the day, and nothing more`() throws {
        let host = try completed()
        let issued = try host.perform(issue("E0"))
        let elsewhere = try scene.officer("TZBA")
        let seen = try CertificateStore.verify(elsewhere, typed: issued.verification.lowercased())
        #expect(seen == .init(nameInitial: "样＊", program: "人才夜课堂", completedOn: try Day(iso: "2024-09-03")))
        #expect(try CertificateStore.show(elsewhere, Code(issued.code)) == nil)
    }

    @Test func `a mistyped code is told from one that nobody issued`() throws {
        let host = try completed()
        var generator = SystemRandomNumberGenerator()
        let other = VerificationCode(using: &generator)
        let unknown: EnrollmentRejection? = try refusal { _ = try CertificateStore.verify(host, typed: other.text) }
        #expect(unknown == .noSuchCertificate(other.text))
        let short: EnrollmentRejection? = try refusal { _ = try CertificateStore.verify(host, typed: "ABC") }
        #expect(short == .verificationMistyped(.length(3)))
    }

    @Test func `a host issues for a guest's trainee, and the guest has the certificate`() throws {
        let host = try completed()
        let issued = try host.perform(issue("E1", code: "结业-1"))
        #expect(issued.code == "结业-1")
        #expect(try CertificateStore.show(scene.officer("ETDZ"), Code("结业-1"))?.issuedBy.text == "INNO")
        let row = try scene.officer("ETDZ").connection.rows(
            "select person_code, certificate_code from enrollment.completed_training",
            as: (String, String?).self
        )
        #expect(row.map { [$0.0, $0.1] } == [["ETDZ-1", "结业-1"]])
        #expect(
            try refusal { try host.perform(issue("E0", code: "结业-1")) }
                == EnrollmentRejection.codeTaken(rule: "certificate_code_once")
        )
    }

    @Test func `no certificate without completion, and no zone issues for strangers`() throws {
        let host = try completed()
        let failed: EnrollmentRejection? = try refusal { try host.perform(issue("E2")) }
        #expect(failed == .notCompleted(enrollment: "E2", state: "failed"))
        let guest = try scene.officer("ETDZ", at: Scene.lastEvening)
        let foreign: CoreRejection? = try refusal { try guest.perform(issue("E0")) }
        #expect(foreign == .missing(noun: "enrollment", key: "E0"))
    }

    @Test func `what was handed out is changed by nobody`() throws {
        let host = try completed()
        let issued = try host.perform(issue("E0"))
        let owner = try scene.database.connection()
        for change in ["update enrollment.certificate set hours = 99", "delete from enrollment.certificate"]
            as [Statement]
        {
            let refused: PostgresError? = try refusal { try owner.execute(change) }
            #expect(refused?.constraint == "certificate_immutable")
            #expect(refused?.facts == [issued.code])
        }
    }

    @Test func `eight connections issue one certificate for one enrollment`() throws {
        _ = try completed()
        let scene = scene
        let answers = race(8) { _ in
            var generator = SystemRandomNumberGenerator()
            return try scene.officer("INNO", at: Scene.lastEvening).perform(
                CertificateStore.issue(
                    enrollment: Code("E0"),
                    code: nil,
                    verification: VerificationCode(using: &generator)
                )
            )
        }
        let issued = try #require(successes(answers).first)
        #expect(successes(answers).count == 1)
        let again = EnrollmentRejection.certificateIssued(enrollment: "E0", certificate: issued.code)
        #expect(refusals(answers) == Array(repeating: again, count: 7))
    }
}
