import Casework
import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// What goes with a handoff, who sees it when, and how both sides prove it.
@Suite(.database)
struct HandoffPackageTests {
    private func documented() throws -> HandoffScene {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO")
        for (code, text) in [("D1", "简介"), ("D2", "计划书")] {
            try inno.perform(
                DocumentStore.add(
                    code: Code(code),
                    to: Subject("project", "SENSOR"),
                    title: text,
                    fileName: code,
                    content: Content(Array(text.utf8))
                )
            )
        }
        var offer = try HandoffScene.details()
        offer.preview = [try Code("D1")]
        try inno.perform(HandoffStore.offer(scene.project, to: [ZoneCode("ETDZ")], offer, code: Code("H1")))
        try scene.squad("ETDZ")
        return scene
    }

    @Test func `before acceptance the receiver sees what is shown, afterwards everything, by hash`() throws {
        let scene = try documented()
        let etdz = try scene.coordinator("ETDZ")
        #expect(try PackageStore.items(etdz, handoff: Code("H1")).map(\.document.text) == ["D1"])
        try etdz.perform(HandoffStore.accept(Code("H1")))
        #expect(try PackageStore.items(etdz, handoff: Code("H1")).map(\.document.text) == ["D1", "D2"])
        #expect(try PackageStore.match(etdz, handoff: Code("H1"), content: Array("计划书".utf8)).document.text == "D2")
        let other = try refusal { _ = try PackageStore.match(etdz, handoff: Code("H1"), content: Array("计划书 ".utf8)) }
        #expect(other?.code == "HND26")
    }

    @Test func `an offer's gaps are counted before it is made`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO")
        for number in 1...2 {
            let draft = try ObligationStore.Draft(part: Code("whole"), what: "能评", dueOn: Day(iso: "2024-12-31"))
            try inno.perform(ObligationStore.add(scene.project, draft, code: Code("XO\(number)")))
        }
        func gaps() throws -> [String] {
            try PackageStore.lacking(inno, project: scene.project, part: Code("whole")).map { "\($0.code) \($0.count)" }
        }
        #expect(
            try gaps() == [
                "investment 1", "energy 1", "founder 1", "document 1", "evaluation 1", "squad 3", "obligation 2",
            ]
        )
        var correction = ProjectStore.Correction()
        correction.energy = 500
        correction.investment = Investment(Money(fen: 60_000_000_000), .yuan)
        try inno.perform(ProjectStore.correct(scene.project, correction, reason: "补填"))
        try scene.squad("INNO")
        #expect(try gaps() == ["founder 1", "document 1", "evaluation 1", "obligation 2"])
        try scene.database.connection().execute("update handoff.requirement set blocking = true where code = 'founder'")
        #expect(try refusal { try scene.offer() } == .incomplete(project: "SENSOR", lacking: "founder 1"))
    }

    @Test func `open obligations go with the part, with the receiver's A answering for them`() throws {
        let scene = try HandoffScene()
        let draft = try ObligationStore.Draft(part: Code("whole"), what: "能评", dueOn: Day(iso: "2024-12-31"))
        try scene.coordinator("INNO").perform(ObligationStore.add(scene.project, draft, code: Code("XO1")))
        try scene.readyOffer()
        let etdz = try scene.coordinator("ETDZ")
        #expect(try ObligationStore.list(etdz) == [])
        try etdz.perform(HandoffStore.accept(Code("H1")))
        let moved = try ObligationStore.list(etdz)
        #expect(moved.map(\.holder.text) == ["ETDZ"] && moved.map { $0.person?.text } == ["ETDZ-M2"])
        #expect(try ObligationStore.list(scene.coordinator("INNO")) == [], "status shows where it is, not its work")
        #expect(try etdz.perform(ObligationStore.keep(Code("XO1"), on: nil)) == "XO1")
        #expect(try refusal { try etdz.perform(ObligationStore.keep(Code("XO1"), on: nil)) }?.code == "HND23")
    }

    @Test func `what the sender keeps is set in the offer`() throws {
        let scene = try HandoffScene()
        var offer = try HandoffScene.details()
        offer.keeps = .read
        try scene.coordinator("INNO").perform(
            HandoffStore.offer(scene.project, to: [ZoneCode("ETDZ")], offer, code: Code("H1"))
        )
        try scene.squad("ETDZ")
        let etdz = try scene.coordinator("ETDZ")
        try etdz.perform(HandoffStore.accept(Code("H1")))
        try etdz.perform(ProjectStore.progress(scene.project, note: "进场"))
        #expect(try ProjectStore.show(scene.coordinator("INNO"), scene.project).level == .read)
        let notes = try scene.coordinator("INNO").connection.rows("select note from handoff.progress", as: String.self)
        #expect(notes == ["进场"])
    }

    @Test func `both sides verify one receipt, and a changed line is named`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        try scene.coordinator("ETDZ").perform(HandoffStore.move(Code("H1"), .ask, note: "能耗？"))
        try scene.coordinator("INNO").perform(HandoffStore.move(Code("H1"), .answer, note: "五百吨"))
        let receipt = try #require(try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1"))).receipt)
        #expect(try VerificationCode(typed: receipt).text == receipt)
        for zone in ["INNO", "ETDZ"] {
            let found = try HandoffChainStore.verify(scene.coordinator(zone), receipt: receipt)
            #expect(found.brokenAt == nil && found.receiptFits && found.steps == 4)
        }
        #expect(throws: CoreRejection.missing(noun: "receipt", key: receipt)) {
            try HandoffChainStore.verify(scene.coordinator("TZBA"), receipt: receipt)
        }
        let superuser = try scene.database.connection()
        try superuser.execute("update handoff.history set note = '五千吨' where version = 3")
        #expect(try HandoffChainStore.verify(scene.coordinator("INNO"), receipt: receipt).brokenAt == 3)
        try superuser.execute("update handoff.history set note = '五百吨' where version = 3")
        try superuser.execute("delete from handoff.history where version = 2")
        #expect(try HandoffChainStore.verify(scene.coordinator("INNO"), receipt: receipt).brokenAt == 3)
    }
}
