import Casework
import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct ClaimFlowTests {
    let scene: ClaimScene

    init() throws {
        scene = try ClaimScene()
    }

    private func prepare(_ requirements: [Requirement] = [], parameters: [Parameter] = [], budget: Int64 = 5_000) throws
    {
        try scene.addPolicy(requirements: requirements, parameters: parameters)
        try scene.addBudget(budget)
        try scene.addPerson("P1", 1)
    }

    private static let lease = Requirement(
        code: "LEASE",
        titleZh: "租赁合同",
        titleEn: "lease",
        fact: nil,
        deferrableDays: 20
    )
    private static let licence = Requirement(
        code: "LICENCE",
        titleZh: "营业执照",
        titleEn: "licence",
        fact: nil,
        deferrableDays: nil
    )

    private func bring(_ title: String, to claim: String, on day: String = "2024-10-21") throws {
        let content = Content(Array((title + claim).utf8))
        try scene.session("desk", on: day).perform(
            DocumentStore.add(code: nil, to: Subject("claim", claim), title: title, fileName: "a.pdf", content: content)
        )
    }

    @Test func `a claim goes through the policy's steps to its approval, and the money is reserved before the notice`()
        throws
    {
        try prepare()
        try scene.claim("C1", "P1", to: .rechecked)
        #expect(try scene.budget().reserved == Money(fen: 100_000))
        try scene.publish("C1")
        let claim = try ClaimStore.show(scene.session(on: "2024-10-24"), Code("C1"))
        #expect(claim.noticeUntil == (try Day(iso: "2024-10-30")))
        try scene.approve("C1")
        #expect(try scene.state("C1") == .approved)
        let due = try DeadlineStore.list(scene.session(), subject: Subject("claim", "C1"))
        #expect(due.map(\.leg) == ["RECEIVE", "REVIEW", "RECHECK", "NOTICE", "PAY"])
        #expect(due.dropLast().allSatisfy { $0.metOn != nil } && due.last?.metOn == nil)
        try scene.checkLedger()
    }

    @Test func `nobody reviews their own entry, and nobody takes two steps`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .received)
        let superuser = try scene.database.connection()
        _ = try superuser.execute(
            """
            insert into core.membership (login, role, zone_id, valid_from)
            select 'desk_etdz', 'reviewer', z.id, '2000-01-01' from core.zone z where z.code = 'ETDZ'
            """
        )
        _ = try superuser.execute("grant zb_reviewer to desk_etdz")
        let own: ClaimRejection? = try refusal { try scene.review("C1", by: "desk") }
        #expect(own == .ownEntry(claim: "C1"))
        try scene.review("C1", by: "eyes1")
        let twice: CoreRejection? = try refusal { try scene.recheck("C1", by: "eyes1") }
        #expect(twice?.code == "COR12")
        try scene.recheck("C1", by: "eyes2")
        try scene.publish("C1", by: "eyes2")
        let author: ClaimRejection? = try refusal { try scene.approve("C1", by: "desk") }
        #expect(author == .ownEntry(claim: "C1"))
        try scene.approve("C1", by: "eyes1")
        let steps: Int? = try superuser.value("select count(*) from core.review where subject = 'claim:C1'")
        #expect(steps == 2)
        try scene.checkLedger()
    }

    @Test func `missing documents are told all at once, and what was not told then cannot be asked for`() throws {
        try prepare([Self.licence, Self.lease])
        try scene.claim("C1", "P1", to: .submitted)
        let lacking: ClaimRejection? = try refusal { try scene.receive("C1") }
        #expect(lacking == .incomplete(claim: "C1", documents: "LICENCE,LEASE"))
        try bring("租赁合同", to: "C1")
        let told = try scene.session("desk").perform(ClaimStore.giveBack(Code("C1"), reason: nil))
        #expect(told.detail == "LICENCE")
        try bring("LICENCE", to: "C1", on: "2024-10-22")
        _ = try scene.database.connection().execute("delete from core.document where title = '租赁合同'")
        try scene.submit("C1", on: "2024-10-22")
        let again: ClaimRejection? = try refusal {
            try scene.session("desk", on: "2024-10-22").perform(ClaimStore.giveBack(Code("C1"), reason: nil))
        }
        #expect(again == .toldOnce(claim: "C1", document: "LEASE"))
        try bring("lease", to: "C1", on: "2024-10-22")
        let reasonless: ClaimRejection? = try refusal {
            try scene.session("desk", on: "2024-10-22").perform(ClaimStore.giveBack(Code("C1"), reason: nil))
        }
        #expect(reasonless == .reasonMissing(claim: "C1"))
        try scene.receive("C1", on: "2024-10-22")
        #expect(try ClaimStore.show(scene.session(), Code("C1")).round == 2)
    }

    @Test func `a claim of which nobody told in time what is missing counts as received where the policy says so`()
        throws
    {
        let silence = Parameter(code: "deemed_received", type: .code, text: "yes", article: "8")
        try prepare([Self.licence], parameters: [silence])
        try scene.claim("C1", "P1", to: .submitted)
        // Five working days from Monday the 21st: the 28th.
        #expect(try ClaimStore.show(scene.session(on: "2024-10-28"), Code("C1")).state == .submitted)
        let late = try ClaimStore.show(scene.session(on: "2024-10-29"), Code("C1"))
        #expect(late.state == .received && late.isDeemed)
        #expect(late.receivedOn?.description == "2024-10-28")
        // The window can no longer ask for documents: the claim is a reviewer's now.
        let returned: CoreRejection? = try refusal {
            try scene.session("desk", on: "2024-10-29").perform(ClaimStore.giveBack(Code("C1"), reason: "缺营业执照"))
        }
        #expect(returned == .roleNeeded(role: "reviewer"))
        try scene.review("C1", on: "2024-10-29")
        #expect(try scene.state("C1") == .inReview)
    }

    @Test func `without such a rule a late claim still waits for its documents`() throws {
        try prepare([Self.licence])
        try scene.claim("C1", "P1", to: .submitted)
        #expect(try ClaimStore.show(scene.session(on: "2024-11-29"), Code("C1")).state == .submitted)
        let lacking: ClaimRejection? = try refusal { try scene.receive("C1", on: "2024-11-29") }
        #expect(lacking?.code == "CLM10")
    }

    @Test func `a promised document lets a claim in, and a broken promise lets it lapse and frees the money`() throws {
        try prepare([Self.lease])
        try scene.open("C1", "P1")
        try scene.session("desk").perform(ClaimStore.promise(Code("C1"), requirement: Code("LEASE")))
        try scene.submit("C1")
        try scene.receive("C1")
        try scene.review("C1")
        try scene.recheck("C1")
        try scene.publish("C1")
        let early: ClaimRejection? = try refusal {
            try scene.session("desk", on: "2024-11-10").perform(ClaimStore.lapse(Code("C1")))
        }
        #expect(early == .notOverdue(claim: "C1"))
        let broken: ClaimRejection? = try refusal { try scene.approve("C1", on: "2024-11-11") }
        #expect(broken == .promiseBroken(claim: "C1", requirement: "LEASE"))
        try scene.session("desk", on: "2024-11-11").perform(ClaimStore.lapse(Code("C1")))
        #expect(try scene.state("C1") == .lapsed)
        #expect(try scene.budget().free == Money(fen: 500_000))
        try scene.checkLedger()
    }

    @Test func `what cannot be deferred cannot be promised`() throws {
        try prepare([Self.licence])
        try scene.open("C1", "P1")
        let refused: ClaimRejection? = try refusal {
            try scene.session("desk").perform(ClaimStore.promise(Code("C1"), requirement: Code("LICENCE")))
        }
        #expect(refused == .notDeferrable(claim: "C1", requirement: "LICENCE"))
    }

    @Test func `an objection stops the approval until it is dismissed`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .inNotice)
        try scene.session("desk", on: "2024-10-25").perform(ClaimStore.object(Code("C1"), by: "匿名", reason: "未经营"))
        let running: ClaimRejection? = try refusal { try scene.approve("C1", on: "2024-10-30") }
        #expect(running == .noticeRuns(claim: "C1", until: "2024-10-30"))
        let open: ClaimRejection? = try refusal { try scene.approve("C1") }
        #expect(open == .objection(claim: "C1", number: "1", outcome: ""))
        try scene.session("eyes1", on: "2024-10-28").perform(
            ClaimStore.settle(Code("C1"), objection: 1, outcome: .dismissed, answer: "已走访")
        )
        try scene.approve("C1")
        let late: ClaimRejection? = try refusal {
            try scene.session("desk", on: "2024-10-31").perform(ClaimStore.object(Code("C1"), by: "匿名", reason: "迟"))
        }
        #expect(late?.code == "CLM02")
    }

    @Test func `an upheld objection leaves only the refusal, which frees the money`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .inNotice)
        try scene.session("desk", on: "2024-10-25").perform(ClaimStore.object(Code("C1"), by: "邻居", reason: "未经营"))
        try scene.session("eyes1", on: "2024-10-28").perform(
            ClaimStore.settle(Code("C1"), objection: 1, outcome: .upheld, answer: "属实")
        )
        let refused: ClaimRejection? = try refusal { try scene.approve("C1") }
        #expect(refused == .objection(claim: "C1", number: "1", outcome: "upheld"))
        try scene.session("eyes2", on: "2024-10-31").perform(ClaimStore.refuse(Code("C1"), reason: "未实际经营"))
        #expect(try scene.budget().free == Money(fen: 500_000))
        // What was refused may be claimed again: nothing was granted.
        try scene.claim("C2", "P1", to: .rechecked)
        try scene.checkLedger()
    }
}
