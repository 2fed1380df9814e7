import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

struct BankAccountTests {
    @Test func `a card's check digit is looked at, other accounts' digits are counted`() throws {
        #expect(try BankAccount("6222021111017654322").masked == "6222********4322")
        #expect(throws: BankAccountRefusal.checkDigit) { try BankAccount("6222021111017654325") }
        #expect(try BankAccount("32001647136052500123").number.utf8.count == 20)
        #expect(throws: BankAccountRefusal.length(7)) { try BankAccount("1234567") }
        #expect(throws: BankAccountRefusal.length(33)) { try BankAccount(String(repeating: "1", count: 33)) }
        for text in ["6222 0211 1101 7654 322", "６２２２", "12345678a", "-12345678"] {
            #expect(throws: BankAccountRefusal.form) { try BankAccount(text) }
        }
        #expect(throws: BankAccountRefusal.empty) { try BankAccount("") }
        #expect(try BankAccount.lenient("'6222 0211 1101 7654 322").number == "6222021111017654322")
        #expect(throws: BankAccountRefusal.form) { try BankAccount.lenient("6.22202E+18") }
        let account = try BankAccount("6222021111017654322")
        #expect(!"\(account)".contains("0211") && !String(reflecting: account).contains("0211"))
        var dumped = ""
        dump(account, to: &dumped)
        #expect(!dumped.contains("0211"))
        #expect(throws: BankCodeRefusal.form) { try BankCode("10230600001") }
        #expect(throws: BankCodeRefusal.unknownKind) { try BankCode("000306000011") }
    }

    /// Every single wrong digit of a card is found, as ISO/IEC 7812 promises.
    @Test func `one wrong digit of a card is found`() throws {
        let number = Array("6222021111017654322")
        for place in 2..<number.count {
            for digit in "0123456789" where digit != number[place] {
                var wrong = number
                wrong[place] = digit
                #expect(throws: BankAccountRefusal.checkDigit) { try BankAccount(String(wrong)) }
            }
        }
    }
}

@Suite(.database)
struct PayeeTests {
    @Test func `an account is kept sealed, shown masked, and revealed with a reason that is logged first`() throws {
        let scene = try PaymentScene()
        try scene.session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例人"), PersonDetails()))
        try scene.session.perform(
            OrganizationStore.add(
                code: Code("O1"),
                OrganizationDetails(),
                name: OrganizationName("样例公司"),
                kind: .company
            )
        )
        try scene.setAccount("P1", 1)
        try scene.setAccount("O1", 2)
        try scene.setAccount("P1", 3)
        let listed = try PayeeStore.list(scene.session, subject: nil)
        #expect(listed.map(\.masked) == ["1234********0002", "1234********0001", "1234********0003"])
        #expect(listed.map { $0.replacedOn == nil } == [true, false, true])
        for (subject, number) in [("P1", 3), ("O1", 2)] {
            let session = scene.session
            let account = try PayeeStore.reveal(Code(subject), reason: "核对", session, as: session.request())
            #expect(try account == PaymentScene.account(number))
        }
        #expect(throws: PersonRejection.self) {
            try scene.session.rehearse { session in
                _ = try PayeeStore.reveal(Code("P1"), reason: "核对", session, as: session.request())
            }
        }
        let officer = try scene.database.connection(as: "officer_etdz")
        for statement: Statement in [
            "select number from eligibility.payee", "select number_index from eligibility.payee",
            "select * from eligibility.batch_accounts(gen_random_uuid())",
        ] {
            #expect(throws: PostgresError.self) { try officer.execute(statement) }
        }
        let reveals: Int? = try scene.database.connection().value(
            "select count(*) from core.event where noun = 'payee' and verb = 'reveal'"
        )
        #expect(reveals == 2)
    }

    @Test func `erasing a person leaves nothing of the account`() throws {
        let scene = try PaymentScene()
        try scene.session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例人"), PersonDetails()))
        try scene.setAccount("P1", 1)
        try scene.session.perform(PersonStore.erase(Code("P1"), reason: "本人申请"))
        let left = try scene.database.connection().row(
            """
            select p.masked, p.number_index is null, (select count(*) from core.person_key k where k.ref = p.ref)
            from eligibility.payee p
            """,
            as: (String, Bool, Int64).self
        )
        #expect(left?.0 == "***" && left?.1 == true && left?.2 == 0)
    }

    @Test func `outside a sample who sets an account does not order payments to it`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...1)
        try scene.database.connection().execute("update core.database set sample = false")
        func session(_ login: String) throws -> Session {
            try Session(
                SessionConfiguration(
                    parameters: scene.database.parameters(as: login),
                    zone: try ZoneCode("ETDZ"),
                    keys: .file(TestKeys.path)
                )
            )
        }
        #expect(throws: PaymentRejection.ownPayee(claim: "C1")) {
            try session("tester").perform(PaymentStore.order([Code("C1")], code: nil, retry: false))
        }
        try session("officer_etdz").perform(
            PayeeStore.set(Code("P1"), PaymentScene.account(5), bank: "样例银行", code: nil)
        )
        try session("tester").perform(PaymentStore.order([Code("C1")], code: nil, retry: false))
    }
}
