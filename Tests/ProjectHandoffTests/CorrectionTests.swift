import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// What was entered wrongly is put right, with a reason, and nothing else moves.
@Suite(.database)
struct CorrectionTests {
    private func correct(_ scene: HandoffScene, _ person: Int, at clock: String = "2024-10-22T09:00") throws
        -> HandoffStore.Moved
    {
        try scene.jointOffice(person, at: clock).perform(HandoffStore.correct(Code("H1"), reason: "误承接"))
    }

    private func accepted() throws -> HandoffScene {
        let scene = try HandoffScene()
        let draft = try ObligationStore.Draft(part: Code("whole"), what: "能评", dueOn: Day(iso: "2024-12-31"))
        try scene.coordinator("INNO").perform(ObligationStore.add(scene.project, draft, code: Code("XO1")))
        try scene.readyOffer()
        try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        return scene
    }

    @Test func `an acceptance is undone by two people of the joint office, never by one`() throws {
        let scene = try accepted()
        let proposed = try correct(scene, 1)
        #expect(proposed.state == "accepted" && proposed.told.contains("handoff_correction_proposed"))
        #expect(try refusal { _ = try correct(scene, 1) } == .secondPersonNeeded(handoff: "H1", until: "2024-10-29"))
        #expect(try scene.custody() == ["ETDZ 2"])
        let corrected = try correct(scene, 2)
        #expect(corrected.state == "corrected" && corrected.holder == "INNO")
        #expect(corrected.told == "INNO handoff_corrected, ETDZ handoff_corrected")
        #expect(try scene.custody() == ["INNO 3"])
        let inno = try scene.coordinator("INNO", at: "2024-10-22T10:00")
        #expect(try ProjectStore.show(inno, scene.project).level == .custodian)
        #expect(try ProjectStore.show(scene.coordinator("ETDZ"), scene.project).level == .status)
        #expect(try ObligationStore.list(inno).map(\.holder.text) == ["INNO"])
        let shares = try CreditStore.shares(inno, project: scene.project, part: Code("whole"), on: inno.today)
        #expect(Set(shares.map(\.zone.text)) == ["INNO"])
        #expect(try refusal { _ = try correct(scene, 1) }?.code == "HND01")
        // The project can be offered again, and its credit sums to the whole on every day.
        try scene.offer("H2", to: "TZBA", at: "2024-10-22T10:00")
    }

    @Test func `a proposal that nobody confirms in time is void`() throws {
        let scene = try accepted()
        _ = try correct(scene, 1)
        let late = try correct(scene, 2, at: "2024-10-30T09:00")
        #expect(late.state == "accepted")
        #expect(try correct(scene, 1, at: "2024-10-30T10:00").state == "corrected")
    }

    @Test func `what went on to another zone, or is on offer, is not taken back over its head`() throws {
        let scene = try accepted()
        try scene.offer("H2", from: "ETDZ", to: "TZBA")
        _ = try correct(scene, 1)
        #expect(try refusal { _ = try correct(scene, 2) }?.code == "HND07")
        try scene.squad("TZBA")
        try scene.coordinator("TZBA").perform(HandoffStore.accept(Code("H2")))
        #expect(try refusal { _ = try correct(scene, 2) } == .notHeld(project: "SENSOR", heldBy: "TZBA"))
        #expect(try scene.custody() == ["TZBA 3"])
    }

    @Test func `eight confirmations at once undo it once`() throws {
        let scene = try accepted()
        _ = try correct(scene, 1)
        let answers = race(8) { _ in try correct(scene, 2).state }
        #expect(successes(answers) == ["corrected"])
        #expect(refusals(answers) == Array(repeating: "HND01", count: 7))
        #expect(try scene.custody() == ["INNO 3"])
    }

    @Test func `the present stage is corrected until credit is shared from its day`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO", at: "2024-10-25T09:00")
        try inno.perform(ProjectStore.enter(Code("signed"), scene.project, on: Day(iso: "2024-10-22")))
        try inno.perform(ProjectStore.enter(Code("construction"), scene.project, on: Day(iso: "2024-10-23")))
        var correction = ProjectStore.Correction()
        correction.stageOn = try Day(iso: "2024-10-21")
        #expect(
            try refusal { try inno.perform(ProjectStore.correct(scene.project, correction, reason: "误填")) }?.code
                == "HND22"
        )
        correction.stage = try Code("signed")
        correction.stageOn = nil
        #expect(
            try refusal { try inno.perform(ProjectStore.correct(scene.project, correction, reason: "误填")) }?.code
                == "HND21"
        )
        correction.stage = try Code("production")
        try inno.perform(ProjectStore.correct(scene.project, correction, reason: "误填"))
        #expect(try ProjectStore.show(inno, scene.project).stage.text == "production")
        let days = try scene.database.connection().row(
            "select signed_on, started_on, completed_on from handoff.project where code = 'SENSOR'",
            as: (Day?, Day?, Day?).self
        )
        #expect(days?.0 == (try Day(iso: "2024-10-22")) && days?.1 == nil && days?.2 == nil)
        correction.stage = try Code("construction")
        try inno.perform(ProjectStore.correct(scene.project, correction, reason: "误填"))
        try scene.offer(at: "2024-10-25T10:00")
        try scene.squad("ETDZ")
        let etdz = try scene.coordinator("ETDZ", at: "2024-10-25T11:00")
        try etdz.perform(HandoffStore.accept(Code("H1")))
        correction.stage = try Code("completed")
        #expect(
            try refusal { try etdz.perform(ProjectStore.correct(scene.project, correction, reason: "误填")) }
                == .stageShared(project: "SENSOR", stage: "construction", on: "2024-10-25")
        )
    }

    @Test func `an obligation is corrected, and opened again when it was not met`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO")
        let draft = try ObligationStore.Draft(part: Code("whole"), what: "能评", dueOn: Day(iso: "2024-12-31"))
        try inno.perform(ObligationStore.add(scene.project, draft, code: Code("XO1")))
        try inno.perform(ObligationStore.keep(Code("XO1"), on: nil))
        var correction = ObligationStore.Correction()
        correction.isReopened = true
        correction.dueOn = try Day(iso: "2025-01-31")
        try inno.perform(ObligationStore.correct(Code("XO1"), correction, reason: "误办结"))
        let open = try ObligationStore.list(inno, onlyOpen: true)
        #expect(open.map(\.dueOn) == [try Day(iso: "2025-01-31")])
        #expect(throws: CoreRejection.missing(noun: "obligation", key: "XO1")) {
            try scene.coordinator("ETDZ").perform(ObligationStore.correct(Code("XO1"), correction, reason: "越权"))
        }
        let reason = try scene.database.connection().value(
            "select change->>'reason' from core.event where noun = 'obligation' and verb = 'correct'",
            as: String.self
        )
        #expect(reason == "误办结")
    }

    @Test func `a lead with another credit code stands last for that firm, and its first right ends`() throws {
        let scene = HandoffScene(of: try Code("FAB"))
        func register(_ code: String, _ zone: String, _ credit: String) throws -> String {
            try scene.coordinator(zone).perform(
                LeadStore.register(
                    .init(
                        organization: OrganizationName("南通样例装备有限公司"),
                        creditCode: CreditCode(credit),
                        industry: "装备",
                        source: "展会"
                    ),
                    code: Code(code)
                )
            ).rank
        }
        #expect(try register("L1", "INNO", "91320691MA8TAMP1X3") == "first")
        #expect(try register("L2", "ETDZ", "91320600MA1TAMP25L") == "first")
        var correction = LeadStore.Correction()
        correction.creditCode = try CreditCode("91320600MA1TAMP25L")
        correction.industry = "智能装备"
        let corrected = try scene.coordinator("INNO").perform(LeadStore.correct(Code("L1"), correction, reason: "误填"))
        #expect(corrected.rank == "second" && corrected.holder == "ETDZ")
        #expect(try register("L3", "TZBA", "91320691MA8TAMP1X3") == "first")
    }
}
