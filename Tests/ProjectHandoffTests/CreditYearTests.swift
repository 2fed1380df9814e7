import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Credit over the years: from when it runs, what it divides, and that nothing gets lost.
@Suite(.database)
struct CreditYearTests {
    private func accepted(
        _ scene: HandoffScene,
        sender: String = "50",
        doubles: [CreditMeasure] = [],
        floor: Money = .zero,
        at day: String = "2023-03-01"
    ) throws -> Session {
        try scene.coordinator("INNO", at: "\(day)T09:00").perform(
            HandoffStore.offer(
                scene.project,
                to: [ZoneCode("ETDZ")],
                HandoffScene.details(
                    credit: CreditSplit(sender: Rate(percent: sender)),
                    doubles: doubles,
                    floor: floor
                ),
                code: Code("H1")
            )
        )
        let etdz = try scene.coordinator("ETDZ", at: "\(day)T10:00")
        let members = try (1...3).map { try Code("M\($0)") }
        for code in members { try etdz.perform(PersonStore.add(code: code, name: PersonName("样例"), PersonDetails())) }
        try etdz.perform(SquadStore.assign(scene.project, chief: members[0], a: members[1], b: members[2]))
        try etdz.perform(HandoffStore.accept(Code("H1")))
        return etdz
    }

    private func record(_ session: Session, _ measure: CreditMeasure, _ day: String, _ amount: Int64, refund: Int64 = 0)
        throws
    {
        try session.perform(
            CreditStore.record(
                Code("SENSOR"),
                part: Code("whole"),
                measure,
                on: Day(iso: day),
                amount: Money(fen: amount),
                refund: Money(fen: refund)
            )
        )
    }

    private func shares(_ session: Session, _ measure: CreditMeasure, _ day: String) throws -> [String] {
        try CreditStore.shares(session, project: Code("SENSOR"), part: Code("whole"), on: Day(iso: day))
            .filter { $0.measure == measure }
            .map { "\($0.zone) \($0.share.partsPerMillion / 10_000)\($0.isDouble ? " double" : "")" }
    }

    private func settle(_ scene: HandoffScene, _ year: Int) throws -> [String] {
        try scene.jointOffice(at: "2031-01-05T09:00").perform(
            CreditStore.settle(scene.project, part: Code("whole"), year: year)
        )
        .map { "\($0.measure.rawValue) \($0.zone) \($0.share.fen)/\($0.base.fen)\($0.isDouble ? " double" : "")" }
    }

    private func scene() throws -> HandoffScene {
        let scene = HandoffScene(of: try Code("SENSOR"))
        try scene.coordinator("INNO", at: "2023-01-05T09:00").perform(
            ProjectStore.add(code: scene.project, .init(name: "样例", industry: "装备", stage: Code("signed")))
        )
        return scene
    }

    @Test func `tax is shared from the first tax, output from the start of construction, five years each`() throws {
        let scene = try scene()
        let etdz = try accepted(scene)
        #expect(try shares(etdz, .tax, "2023-03-01") == ["ETDZ 100"])
        etdz.clock = .fixed(try Instant(iso: "2025-01-01T09:00"))
        // The first tax comes before construction starts: two clocks, each its own.
        try record(etdz, .tax, "2023-06-15", 100)
        try etdz.perform(ProjectStore.enter(Code("construction"), scene.project, on: Day(iso: "2023-09-01")))
        #expect(try shares(etdz, .tax, "2023-06-14") == ["ETDZ 100"])
        #expect(try shares(etdz, .tax, "2023-06-15") == ["ETDZ 50", "INNO 50"])
        #expect(try shares(etdz, .tax, "2028-06-14") == ["ETDZ 50", "INNO 50"])
        #expect(try shares(etdz, .tax, "2028-06-15") == ["ETDZ 100"])
        #expect(try shares(etdz, .output, "2023-08-31") == ["ETDZ 100"])
        #expect(try shares(etdz, .output, "2023-09-01") == ["ETDZ 50", "INNO 50"])
        #expect(try shares(etdz, .signings, "2023-03-01") == ["ETDZ 50", "INNO 50"])
    }

    @Test func `an agreement after the first tax runs from the acceptance`() throws {
        let scene = try scene()
        let inno = try scene.coordinator("INNO", at: "2023-02-10T09:00")
        try record(inno, .tax, "2023-02-10", 100)
        let etdz = try accepted(scene)
        #expect(try shares(etdz, .tax, "2023-02-28") == ["INNO 100"])
        #expect(try shares(etdz, .tax, "2023-03-01") == ["ETDZ 50", "INNO 50"])
    }

    @Test func `an odd fen goes to the custodian, refunds come off the base, and a base below nothing is nothing`()
        throws
    {
        let scene = try scene()
        let etdz = try accepted(scene, sender: "33.33")
        etdz.clock = .fixed(try Instant(iso: "2026-01-01T09:00"))
        try record(etdz, .tax, "2023-06-15", 100_001, refund: 1_000)
        try record(etdz, .tax, "2024-06-15", 500, refund: 501)
        #expect(try settle(scene, 2023) == ["tax INNO 32997/99001", "tax ETDZ 66004/99001"])
        #expect(try settle(scene, 2024) == ["tax INNO 0/0", "tax ETDZ 0/0"])
        #expect(try refusal { _ = try settle(scene, 2023) }?.code == "HND44")
        #expect(try refusal { try record(etdz, .tax, "2023-07-01", 1) }?.code == "HND27")
        #expect(try refusal { _ = try settle(scene, 2025) }?.code == "HND29")
        #expect(try refusal { _ = try settle(scene, 2031) }?.code == "HND28")
    }

    @Test func `a floor lifts the sender's share above its ratio, never above the base`() throws {
        let scene = try scene()
        let etdz = try accepted(scene, sender: "10", floor: Money(fen: 5_000))
        etdz.clock = .fixed(try Instant(iso: "2026-01-01T09:00"))
        try record(etdz, .tax, "2023-06-15", 20_000)
        try record(etdz, .tax, "2024-06-15", 3_000)
        try record(etdz, .tax, "2025-06-15", 90_000)
        #expect(try settle(scene, 2023) == ["tax INNO 5000/20000", "tax ETDZ 15000/20000"])
        #expect(try settle(scene, 2024) == ["tax INNO 3000/3000", "tax ETDZ 0/3000"])
        #expect(try settle(scene, 2025) == ["tax INNO 9000/90000", "tax ETDZ 81000/90000"])
    }

    @Test func `a double count is the sender's besides, and the region's total leaves it out`() throws {
        let scene = try scene()
        let etdz = try accepted(scene, sender: "100", doubles: [.output])
        etdz.clock = .fixed(try Instant(iso: "2024-01-01T09:00"))
        try etdz.perform(ProjectStore.enter(Code("construction"), scene.project, on: Day(iso: "2023-04-01")))
        try record(etdz, .output, "2023-06-15", 1_000)
        #expect(try shares(etdz, .output, "2023-06-15") == ["ETDZ 100", "INNO 100 double"])
        #expect(try settle(scene, 2023) == ["output ETDZ 1000/1000", "output INNO 1000/1000 double"])
    }

    @Test func `a second handoff divides what the first left, and every day still sums to the whole`() throws {
        let scene = try scene()
        let etdz = try accepted(scene)
        etdz.clock = .fixed(try Instant(iso: "2024-05-06T09:00"))
        try record(etdz, .tax, "2023-06-15", 100)
        try etdz.perform(
            HandoffStore.offer(
                scene.project,
                to: [ZoneCode("TZBA")],
                HandoffScene.details(credit: CreditSplit(sender: Rate(percent: "40"))),
                code: Code("H2")
            )
        )
        try scene.squad("TZBA")
        let tzba = try scene.coordinator("TZBA", at: "2024-05-06T10:00")
        let people = try ["TZBA-M1", "TZBA-M2", "TZBA-M3"].map { try Code($0) }
        try tzba.perform(SquadStore.assign(scene.project, chief: people[0], a: people[1], b: people[2]))
        try tzba.perform(HandoffStore.accept(Code("H2")))
        #expect(try shares(tzba, .tax, "2024-05-06") == ["TZBA 30", "INNO 50", "ETDZ 20"])
        #expect(try shares(tzba, .tax, "2028-06-15") == ["TZBA 60", "ETDZ 40"])
        #expect(try shares(tzba, .tax, "2029-05-06") == ["TZBA 100"])
    }

    @Test func `the store settles random years as the rule in the program does`() throws {
        let scene = try scene()
        let etdz = try accepted(scene, sender: "37.21", floor: Money(fen: 777))
        etdz.clock = .fixed(try Instant(iso: "2030-01-01T09:00"))
        var random = SystemRandomNumberGenerator()
        let zones = (sender: try ZoneCode("INNO"), custodian: try ZoneCode("ETDZ"))
        try record(etdz, .tax, "2023-06-15", 1)
        for year in 2024...2028 {
            var entries: [CreditYear.Entry] = []
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let day = try Day(year: year, month: Int.random(in: 1...12, using: &random), day: 14)
                let amount = Int64.random(in: 0...1_000_003, using: &random)
                let refund = Int64.random(in: 0...(amount / 2 + 10), using: &random)
                try record(etdz, .tax, "\(day)", amount, refund: refund)
                // 14 June 2028 is the last day of the five years.
                let shared = day <= (try Day(iso: "2028-06-14"))
                entries.append(
                    .init(
                        amount: Money(fen: amount),
                        refund: Money(fen: refund),
                        shares: shared ? [zones.sender: 3_721, zones.custodian: 6_279] : [zones.custodian: 10_000]
                    )
                )
            }
            // A year without a shared day has no line of the sender's, hence no floor.
            let hasSender = entries.contains { $0.shares[zones.sender] != nil }
            let expected = try CreditYear.divide(
                entries,
                floors: hasSender ? [zones.sender: Money(fen: 777)] : [:],
                custodian: zones.custodian
            )
            let settled = try scene.jointOffice(at: "2031-01-05T09:00").perform(
                CreditStore.settle(scene.project, part: Code("whole"), year: year)
            )
            #expect(Dictionary(uniqueKeysWithValues: settled.map { ($0.zone, $0.share) }) == expected, "\(entries)")
            #expect(try Money.sum(settled.map(\.share)) == settled.first?.base)
        }
    }
}
