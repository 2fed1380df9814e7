import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// What coordinators read afterwards: how long it took, who waited, who knows whom, what became of promises.
@Suite(.database)
struct HandoffReportTests {
    private func move(_ scene: HandoffScene, _ zone: String, _ action: HandoffState.Action, at clock: String) throws {
        try scene.coordinator(zone, at: clock).perform(HandoffStore.move(Code("H1"), action, note: "试"))
    }

    @Test func `dwell counts the days of each leg between two zones`() throws {
        let scene = try HandoffScene()
        try scene.offer()
        try move(scene, "ETDZ", .ask, at: "2024-10-23T09:00")
        try move(scene, "INNO", .answer, at: "2024-10-24T09:00")
        try move(scene, "ETDZ", .ask, at: "2024-10-25T08:00")
        try move(scene, "INNO", .answer, at: "2024-10-28T09:00")
        try move(scene, "ETDZ", .reject, at: "2024-10-28T10:00")
        let legs = try PackageStore.dwell(scene.coordinator("ETDZ")).map {
            "\($0.from)-\($0.to) \($0.state.rawValue) \($0.legs) \($0.hundredths) \($0.longest)"
        }
        // Offered for 2, 1 and 0 days; asked for 1 and 3.
        #expect(legs == ["INNO-ETDZ offered 3 100 2", "INNO-ETDZ query 2 200 3"])
        #expect(try PackageStore.dwell(scene.coordinator("TZBA")) == [])
    }

    @Test func `due lists what waits for this zone, overdue what is late on either side`() throws {
        let scene = try HandoffScene()
        try scene.offer()
        let day = try Day(iso: "2024-10-24")
        func due(_ zone: String) throws -> [String] {
            try HandoffStore.due(scene.coordinator(zone), until: day).map(\.code.text)
        }
        #expect(try due("ETDZ") == ["H1"] && due("INNO") == [])
        #expect(try HandoffStore.due(scene.coordinator("ETDZ"), until: Day(iso: "2024-10-23")) == [])
        for zone in ["INNO", "ETDZ"] {
            #expect(try HandoffStore.overdue(scene.coordinator(zone), on: day) == [])
            let late = try HandoffStore.overdue(scene.coordinator(zone), on: Day(iso: "2024-10-25"))
            #expect(late.map { $0.waitsFor?.text } == ["ETDZ"])
        }
        try move(scene, "ETDZ", .ask, at: "2024-10-22T09:00")
        #expect(try HandoffStore.due(scene.coordinator("INNO"), until: Day(iso: "2024-10-31")).count == 1)
    }

    @Test func `an acceptance introduces A to A, and both zones see both squads by name, no third one does`() throws {
        let scene = try HandoffScene()
        try scene.squad("INNO")
        try scene.readyOffer()
        let etdz = try scene.coordinator("ETDZ")
        #expect(try SquadStore.introduced(etdz, handoff: Code("H1")) == [])
        let moved = try etdz.perform(HandoffStore.accept(Code("H1")))
        #expect(moved.introduction == "INNO INNO-M2 → ETDZ ETDZ-M2")
        for zone in ["INNO", "ETDZ"] {
            let squads = try SquadStore.introduced(scene.coordinator(zone), handoff: Code("H1"))
            #expect(
                squads.map { "\($0.zone) \($0.role.rawValue)" } == [
                    "INNO chief", "INNO a", "INNO b", "ETDZ chief", "ETDZ a", "ETDZ b",
                ]
            )
            #expect(squads.allSatisfy { $0.name == "样例" })
        }
        #expect(throws: CoreRejection.missing(noun: "handoff", key: "H1")) {
            try SquadStore.introduced(scene.coordinator("TZBA"), handoff: Code("H1"))
        }
    }

    @Test func `a promise is held against what came of it by its day, for the sender too`() throws {
        let scene = try HandoffScene()
        let draft = try ObligationStore.Draft(
            part: Code("whole"),
            what: "年纳税",
            dueOn: Day(iso: "2025-12-31"),
            measure: .tax,
            amount: Money(fen: 1_000_000)
        )
        try scene.coordinator("INNO").perform(ObligationStore.add(scene.project, draft, code: Code("XO1")))
        var offer = try HandoffScene.details()
        offer.keeps = .read
        try scene.coordinator("INNO").perform(
            HandoffStore.offer(scene.project, to: [ZoneCode("ETDZ")], offer, code: Code("H1"))
        )
        try scene.squad("ETDZ")
        try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        let later = try scene.coordinator("ETDZ", at: "2026-02-01T09:00")
        for (day, amount, refund) in [("2025-06-30", 700_000, 50_000), ("2026-01-05", 900_000, 0)] {
            try later.perform(
                CreditStore.record(
                    scene.project,
                    part: Code("whole"),
                    .tax,
                    on: Day(iso: day),
                    amount: Money(fen: Int64(amount)),
                    refund: Money(fen: Int64(refund))
                )
            )
        }
        for zone in ["INNO", "ETDZ"] {
            let promise = try #require(ObligationStore.list(scene.coordinator(zone)).first)
            #expect(promise.promised == Money(fen: 1_000_000) && promise.actual == Money(fen: 650_000))
        }
    }

    @Test func `a project's timeline tells stages, progress, promises and handoffs in their order`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO")
        try inno.perform(ProjectStore.enter(Code("talks"), scene.project, on: nil))
        try inno.perform(ProjectStore.progress(scene.project, note: "中试完成"))
        let draft = try ObligationStore.Draft(part: Code("whole"), what: "能评", dueOn: Day(iso: "2024-12-31"))
        try inno.perform(ObligationStore.add(scene.project, draft, code: Code("XO1")))
        try scene.readyOffer()
        let etdz = try scene.coordinator("ETDZ", at: "2024-10-22T09:00")
        try etdz.perform(HandoffStore.accept(Code("H1")))
        try etdz.perform(ObligationStore.keep(Code("XO1"), on: nil))
        let lines = try TimelineStore.lines(etdz, project: scene.project).map { "\($0.kind) \($0.what)" }
        #expect(lines.contains("stage research") && lines.contains("progress 中试完成"))
        #expect(Array(lines.suffix(3)) == ["offer H1 产业化落地", "kept XO1 能评", "accept H1"])
        #expect(throws: CoreRejection.missing(noun: "project", key: "SENSOR")) {
            try TimelineStore.lines(scene.coordinator("TZBA"), project: scene.project)
        }
    }

    @Test func `terms may last thirty years where the usual ones last five`() throws {
        let scene = try HandoffScene()
        try scene.coordinator("INNO").perform(
            HandoffStore.offer(
                scene.project,
                to: [ZoneCode("ETDZ")],
                HandoffScene.details(years: 30),
                code: Code("H1")
            )
        )
        try scene.squad("ETDZ")
        let etdz = try scene.coordinator("ETDZ")
        try etdz.perform(HandoffStore.accept(Code("H1")))
        let shares = try CreditStore.shares(etdz, handoff: Code("H1")).filter { $0.measure == .signings }
        #expect(shares.map(\.until) == [try Day(iso: "2054-10-20"), try Day(iso: "2054-10-20")])
    }

    @Test func `of fourteen people over thirty projects the load says who has how many seats in which role`() throws {
        let scene = try HandoffScene("P00")
        let inno = try scene.coordinator("INNO")
        for number in 1...14 {
            try inno.perform(PersonStore.add(code: Code("M\(number)"), name: PersonName("样例"), PersonDetails()))
        }
        for number in 0..<30 {
            let code = try Code(number < 10 ? "P0\(number)" : "P\(number)")
            if number > 0 {
                try inno.perform(ProjectStore.add(code: code, .init(name: "样例", industry: "装备", stage: Code("talks"))))
            }
            func member(_ place: Int) throws -> Code { try Code("M\((number * 3 + place) % 14 + 1)") }
            try inno.perform(SquadStore.assign(code, chief: member(0), a: member(1), b: member(2)))
        }
        let load = try SquadStore.load(inno, on: inno.today)
        #expect(load.count == 14)
        #expect(load.reduce(0) { $0 + $1.seats } == 90)
        #expect(load.map(\.seats).max() == 7 && load.map(\.seats).min() == 6)
    }
}
