import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// The ways of a handoff besides offer and acceptance.
@Suite(.database)
struct HandoffFlowTests {
    private func move(_ scene: HandoffScene, _ zone: String, _ action: HandoffState.Action) throws -> HandoffStore.Moved
    {
        try scene.coordinator(zone).perform(HandoffStore.move(Code("H1"), action, note: "样例"))
    }

    @Test func `a zone asks for a project and its request is answered by the offer`() throws {
        let scene = try HandoffScene()
        let asked = try scene.coordinator("ETDZ").perform(
            HandoffStore.request(scene.project, part: Code("whole"), reason: "有配套", code: Code("H1"))
        )
        #expect(asked.state == "requested" && asked.waitsFor == "sender" && asked.told == "INNO handoff_requested")
        #expect(try ProjectStore.list(scene.coordinator("ETDZ")) == [])
        let offered = try scene.offer("ROUND")
        #expect(offered.map(\.code) == ["H1"] && offered.map(\.version) == [2])
        try scene.squad("ETDZ")
        #expect(try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1"))).holder == "ETDZ")
    }

    @Test func `a request is declined by its owner and taken back by who asked`() throws {
        let scene = try HandoffScene()
        for (zone, action, state) in [
            ("INNO", HandoffState.Action.reject, "rejected"), ("ETDZ", .withdraw, "withdrawn"),
        ] {
            let code = try Code("H-\(zone)")
            try scene.coordinator("ETDZ").perform(
                HandoffStore.request(scene.project, part: Code("whole"), reason: "有配套", code: code)
            )
            let ended = try scene.coordinator(zone).perform(HandoffStore.move(code, action, note: "样例"))
            #expect(ended.state == state)
        }
    }

    @Test func `a counter-offer of 6 to 4 stands once the sender agrees`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let countered = try scene.coordinator("ETDZ").perform(
            HandoffStore.counter(Code("H1"), terms: CreditTerms(CreditSplit(sender: Rate(percent: "40"))), note: "四六")
        )
        #expect(countered.credit?.contains("tax 40:60") == true && countered.waitsFor == "sender")
        #expect(try refusal { try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1"))) }?.code == "HND01")
        _ = try move(scene, "INNO", .agree)
        let accepted = try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        #expect(accepted.credit == "investment 40:60, output 40:60, signings 40:60, tax 40:60")
    }

    @Test func `of three zones the first to accept has the project and the others are told`() throws {
        let scene = try HandoffScene()
        let offers = try scene.offer("R1", to: "ETDZ", "TZBA")
        #expect(offers.map(\.code) == ["R1.ETDZ", "R1.TZBA"])
        try scene.squad("ETDZ")
        try scene.squad("TZBA")
        let answers = race(8) { thread in
            let zone = thread.isMultiple(of: 2) ? "ETDZ" : "TZBA"
            return try scene.coordinator(zone).perform(HandoffStore.accept(Code("R1.\(zone)"))).holder
        }
        let winner = try #require(successes(answers).first)
        #expect(successes(answers).count == 1 && refusals(answers) == Array(repeating: "HND01", count: 7))
        #expect(try scene.custody() == ["\(winner) 2"])
        let loser = winner == "ETDZ" ? "TZBA" : "ETDZ"
        #expect(try HandoffStore.show(scene.coordinator(loser), Code("R1.\(loser)")).state == .withdrawn)
        #expect(try ProjectStore.list(scene.coordinator(loser)) == [])
        let told = try scene.coordinator(loser).connection.rows(
            "select kind from core.notice order by id",
            as: String.self
        )
        #expect(told.last == "handoff_forestalled")
    }

    @Test func `a return is a handoff with a parent and must be accepted too`() throws {
        let scene = try HandoffScene()
        try scene.squad("INNO")
        try scene.readyOffer()
        let etdz = try scene.coordinator("ETDZ")
        try etdz.perform(HandoffStore.accept(Code("H1")))
        try etdz.perform(
            HandoffStore.offer(
                scene.project,
                to: [ZoneCode("INNO")],
                HandoffScene.details(),
                code: Code("H2"),
                returning: Code("H1")
            )
        )
        #expect(try scene.custody() == ["ETDZ 2"])
        #expect(try HandoffStore.show(etdz, Code("H2")).parent?.text == "H1")
        try scene.coordinator("INNO").perform(HandoffStore.accept(Code("H2")))
        #expect(try scene.custody() == ["INNO 3"])
    }

    @Test func `a plant goes, the research stays, and who holds a part still is a custodian`() throws {
        let scene = try HandoffScene()
        try scene.coordinator("INNO").perform(ProjectStore.addPart(Code("plant"), of: scene.project))
        try scene.offer("H1", part: "plant")
        try scene.offer("H2", to: "TZBA")
        try scene.squad("ETDZ")
        try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        #expect(try scene.custody() == ["INNO 1", "ETDZ 2"])
        #expect(try ProjectStore.show(scene.coordinator("INNO"), scene.project).level == .custodian)
        #expect(try ProjectStore.show(scene.coordinator("ETDZ"), scene.project).level == .custodian)
    }

    @Test func `landed and settled end a handoff; the joint office settles`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let etdz = try scene.coordinator("ETDZ")
        try etdz.perform(HandoffStore.accept(Code("H1")))
        let early = try refusal {
            try etdz.perform(HandoffStore.land(Code("H1"), .started, on: Day(iso: "2024-10-20")))
        }
        #expect(early?.code == "HND19")
        #expect(try etdz.perform(HandoffStore.land(Code("H1"), .started, on: nil)).state == "landed")
        let settled = try scene.jointOffice().perform(HandoffStore.settle(Code("H1"), note: "共享期满"))
        #expect(settled.state == "settled" && settled.told == "INNO handoff_settled, ETDZ handoff_settled")
        #expect(throws: (any Error).self) { try etdz.perform(HandoffStore.settle(Code("H1"), note: "自己结")) }
    }

    @Test func `a step that looked at an older version is refused with the state and the holder`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        _ = try move(scene, "ETDZ", .ask)
        let refused = try refusal {
            try scene.coordinator("INNO").perform(HandoffStore.withdraw(Code("H1"), reason: "试", version: 1))
        }
        #expect(refused == .stale(handoff: "H1", version: "2", state: "query", heldBy: "INNO"))
        #expect(try refusal { _ = try move(scene, "ETDZ", .accept) }?.code == "HND02")
    }

    @Test func `kinds that do not move are refused, and so is an amount of nothing or of a quintillion`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO")
        var housing = ProjectStore.Correction()
        housing.kind = try Code("housing")
        try inno.perform(ProjectStore.correct(scene.project, housing, reason: "试"))
        #expect(try refusal { try scene.offer() } == .kindStays(project: "SENSOR", kind: "housing"))
        for fen: Int64 in [0, 1_000_000_000_000_000_000] {
            var correction = ProjectStore.Correction()
            correction.investment = Investment(Money(fen: fen), .yuan)
            #expect(
                try refusal { try inno.perform(ProjectStore.correct(scene.project, correction, reason: "试")) }?.code
                    == "HND20"
            )
        }
    }

    @Test func `a zone that was closed meanwhile accepts nothing`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        try scene.database.connection().execute("update core.zone set closed_on = '2024-10-22' where code = 'ETDZ'")
        #expect(throws: CoreRejection.zoneNeeded(wanted: "ETDZ")) {
            try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        }
        #expect(try scene.custody() == ["INNO 1"])
        try scene.coordinator("INNO").perform(HandoffStore.withdraw(Code("H1"), reason: "对方关闭"))
    }
}
