import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

/// What is granted once is granted once, in all zones; caps and exclusions hold.
@Suite(.database)
struct GrantTests {
    let scene: ClaimScene

    init() throws {
        scene = try ClaimScene()
    }

    private func twoZones() throws {
        for zone in ["ETDZ", "INNO"] {
            try scene.addBudget(5_000, zone: zone)
            try scene.addPerson(zone + "-1", 1, zone: zone)
        }
    }

    @Test func `a grant is once per natural person in all zones, and the refusal does not name the other zone`() throws
    {
        try scene.addPolicy()
        try twoZones()
        try scene.claim("C1", "ETDZ-1", to: .inReview)
        try scene.claim("C2", "INNO-1", zone: "INNO", to: .inReview)
        try scene.recheck("C1")
        let elsewhere: ClaimRejection? = try refusal { try scene.recheck("C2", zone: "INNO") }
        #expect(elsewhere == .granted(scope: "person", claim: ""))
        // Nor can another claim be opened, here or there.
        let here: ClaimRejection? = try refusal { try scene.open("C3", "INNO-1", zone: "INNO") }
        #expect(here?.code == "CLM08" || here?.code == "CLM06")
        try scene.session("desk").perform(ClaimStore.withdraw(Code("C1"), reason: nil))
        try scene.recheck("C2", zone: "INNO")
        let own: ClaimRejection? = try refusal { try scene.open("C4", "INNO-1", zone: "INNO") }
        #expect(own == .openAlready)
        try scene.checkLedger()
    }

    @Test func `two zones that reserve at the same moment grant it once`() throws {
        try scene.addPolicy()
        try twoZones()
        try scene.claim("C1", "ETDZ-1", to: .inReview)
        try scene.claim("C2", "INNO-1", zone: "INNO", to: .inReview)
        let scene = scene
        let answers = race(8) { index in
            let zone = index.isMultiple(of: 2) ? "ETDZ" : "INNO"
            try scene.recheck(index.isMultiple(of: 2) ? "C1" : "C2", by: "eyes\(2 + index / 2 % 2)", zone: zone)
        }
        #expect(answers.filter { if case .success = $0 { true } else { false } }.count == 1)
        for case .failure(let error) in answers { #expect(error is any Rejection, "\(error)") }
        let awards: Int? = try scene.database.connection().value("select count(*) from eligibility.award")
        #expect(awards == 1)
        try scene.checkLedger()
    }

    @Test func `a licence is granted once, whoever applies for it`() throws {
        try scene.addPolicy(benefit: ClaimScene.grant(oncePer: [.person, .licence]))
        try twoZones()
        for (zone, code) in [("ETDZ", "O1"), ("INNO", "O2")] {
            try scene.session("desk", zone).perform(
                OrganizationStore.add(
                    code: Code(code),
                    OrganizationDetails(creditCode: SampleIdentities.creditCode(7)),
                    name: OrganizationName("样例科技有限公司"),
                    kind: .company
                )
            )
        }
        let unlicensed: ClaimRejection? = try refusal { try scene.open("C0", "ETDZ-1") }
        #expect(unlicensed == .scopeUnknown(claim: "C0", scope: "licence"))
        try scene.session("desk").perform(
            PersonStore.correct(Code("ETDZ-1"), reason: "补录", PersonDetails(unit: Code("O1")))
        )
        try scene.addPerson("OTHER", 2, zone: "INNO")
        try scene.session("desk", "INNO").perform(
            PersonStore.correct(Code("OTHER"), reason: "补录", PersonDetails(unit: Code("O2")))
        )
        try scene.claim("C1", "ETDZ-1", to: .rechecked)
        let again: ClaimRejection? = try refusal { try scene.open("C2", "OTHER", zone: "INNO") }
        #expect(again == .granted(scope: "licence", claim: ""))
    }

    @Test func `a family is granted once, whichever of the two applies`() throws {
        try scene.addPolicy(benefit: ClaimScene.grant(oncePer: [.family]))
        try scene.addBudget(5_000)
        try scene.addPerson("A", 1)
        try scene.addPerson("B", 2)
        let untold: ClaimRejection? = try refusal { try scene.open("C0", "A") }
        #expect(untold == .scopeUnknown(claim: "C0", scope: "family"))
        let desk = try scene.session("desk")
        try desk.perform(
            ClaimStore.open(decision: scene.decide("A"), benefit: nil, code: Code("C1"), spouse: Code("B"))
        )
        try desk.perform(
            ClaimStore.open(decision: scene.decide("B"), benefit: nil, code: Code("C2"), hasNoSpouse: true)
        )
        for claim in ["C1", "C2"] {
            try scene.submit(claim)
            try scene.receive(claim)
            try scene.review(claim)
        }
        try scene.recheck("C1")
        let second: ClaimRejection? = try refusal { try scene.recheck("C2") }
        #expect(second == .granted(scope: "family", claim: "C1"))
    }

    @Test func `a correction that makes one person have a grant twice is refused`() throws {
        try scene.addPolicy()
        try scene.addBudget(5_000)
        try scene.addPerson("A", 1)
        try scene.addPerson("B", 2)
        try scene.claim("C1", "A", to: .rechecked)
        try scene.claim("C2", "B", to: .rechecked)
        let superuser = try scene.database.connection()
        let error = #expect(throws: PostgresError.self) {
            try superuser.execute(
                "update core.person set identity_id = (select identity_id from core.person where code = 'A') where code = 'B'"
            )
        }
        #expect(["award_once", "person_once_per_zone"].contains(error?.constraint))
        try scene.session("desk").perform(
            PersonStore.correct(Code("B"), reason: "更正", PersonDetails(idNumber: SampleIdentities.residentID(3)))
        )
        try scene.addPerson("C", 3, zone: "INNO")
        let followed: ClaimRejection? = try refusal { try scene.open("C3", "C", zone: "INNO") }
        #expect(followed == .granted(scope: "person", claim: ""))
    }

    @Test func `a cap is summed over all zones and cuts the last amount`() throws {
        try scene.addPolicy(benefit: ClaimScene.grant(oncePer: [], cap: "1500 yuan"))
        try twoZones()
        try scene.claim("C1", "ETDZ-1", to: .approved)
        try scene.claim("C2", "INNO-1", zone: "INNO", to: .rechecked)
        #expect(try ClaimStore.show(scene.session("desk", "INNO"), Code("C2")).granted == Money(fen: 50_000))
        _ = try scene.database.connection().execute("update eligibility.claim set state = 'paid' where code = 'C1'")
        try scene.open("C3", "ETDZ-1")
        try scene.submit("C3")
        try scene.receive("C3")
        try scene.review("C3")
        let spent: ClaimRejection? = try refusal { try scene.recheck("C3") }
        #expect(spent?.code == "CLM26")
        try scene.checkLedger()
    }

    @Test(arguments: [
        ("not-both", Int64?.none), ("higher-only", 50_000), ("deduct-earlier", 50_000), ("none", 100_000),
    ])
    func `an exclusion takes off what the other policy gave`(mode: String, granted: Int64?) throws {
        let exclusion = Exclusion(
            policy: "P",
            other: "Q",
            mode: try #require(ExclusionMode(rawValue: mode)),
            article: "6"
        )
        try scene.addPolicy("Q", benefit: ClaimScene.grant("500 yuan"))
        try scene.addPolicy("P", exclusions: [exclusion])
        try scene.addBudget(5_000, policy: "Q")
        try scene.addBudget(5_000, policy: "P")
        try scene.addPerson("A", 1)
        try scene.claim("CQ", "A", policy: "Q", to: .rechecked)
        try scene.claim("CP", "A", policy: "P", to: .inReview)
        let refused: ClaimRejection? = try refusal { try scene.recheck("CP") }
        #expect((refused == nil) == (granted != nil), "\(String(describing: refused))")
        #expect(try ClaimStore.show(scene.session(), Code("CP")).granted?.fen == granted)
        if let refused { #expect(refused == .excluded(policy: "Q", claim: "CQ", mode: mode)) }
        try scene.checkLedger()
    }

    @Test func `the layers pay their shares, the last one the odd fen, the project's zone its own part`() throws {
        let payers: [(String, Int64)] = [("province", 333_333), ("city", 333_333), ("zone", 333_334)]
        try scene.addPolicy(benefit: ClaimScene.grant("1000.01 yuan", payers: payers))
        for layer in [BudgetLayer.province, .city] { try scene.addBudget(5_000, layer: layer) }
        try scene.addPerson("A", 1)
        try scene.claim("C1", "A", to: .inReview)
        let short: ClaimRejection? = try refusal { try scene.recheck("C1") }
        #expect(short == .noBudget(zone: "ETDZ", policy: "P", year: "2024", layer: "zone"))
        try scene.addBudget(5_000)
        try scene.recheck("C1")
        let parts = try ClaimFileStore.show(scene.session(), Code("C1")).parts
        #expect(parts.map(\.amount.fen) == [33_333, 33_333, 33_335])
        let ours = try Money(fen: 100_001).split(weights: payers.map(\.1))
        #expect(parts.map(\.amount) == ours)
        try scene.checkLedger()
    }
}
