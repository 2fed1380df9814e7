import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// First contact: who reported first, until when that counts, and what a dispute changes.
@Suite(.database)
struct LeadTests {
    let scene: HandoffScene

    init() throws {
        scene = HandoffScene(of: try Code("FAB"))
    }

    private func register(
        _ code: String,
        _ zone: String,
        name: String = "南通样例装备有限公司",
        credit: String? = "91320691MA8TAMP1X3",
        at clock: String = HandoffScene.offering
    ) throws -> LeadStore.Registered {
        try scene.coordinator(zone, at: clock).perform(
            LeadStore.register(
                LeadStore.Draft(
                    organization: OrganizationName(name),
                    creditCode: credit.map { try CreditCode($0) },
                    industry: "智能装备",
                    source: "展会"
                ),
                code: Code(code)
            )
        )
    }

    private func standing(_ zone: String, at clock: String) throws -> [String] {
        try LeadStore.list(scene.coordinator(zone, at: clock)).map { "\($0.code) \($0.standing.rawValue)" }
    }

    @Test func `who reports first has the right, the second is told whose it is`() throws {
        #expect(try register("L1", "INNO").rank == "first")
        let second = try register("L2", "ETDZ")
        #expect(second.rank == "second" && second.holder == "INNO" && second.until == "2025-04-18")
        #expect(try register("L3", "INNO").rank == "duplicate")
    }

    @Test func `of eight reports in the same instant one is the first`() throws {
        let scene = scene
        let answers = race(8) { thread in
            try LeadTests.report(scene, "L\(thread)", ["INNO", "ETDZ", "TZBA"][thread % 3])
        }
        #expect(successes(answers).count == 8)
        #expect(successes(answers).count { $0 == "first" } == 1)
    }

    private static func report(_ scene: HandoffScene, _ code: String, _ zone: String) throws -> String {
        try scene.coordinator(zone).perform(
            LeadStore.register(
                .init(
                    organization: OrganizationName("样例装备有限公司"),
                    creditCode: CreditCode("91320691MA8TAMP1X3"),
                    industry: "装备",
                    source: "展会"
                ),
                code: Code(code)
            )
        ).rank
    }

    @Test func `a similar name is a warning, and without a credit code there is no right`() throws {
        _ = try register("L1", "INNO")
        let similar = try register("L2", "ETDZ", name: "样例装备股份有限公司", credit: nil)
        #expect(similar.rank == "unprotected" && similar.similar == "INNO L1")
        #expect(try register("L3", "ETDZ", name: "另一家公司", credit: nil).similar == nil)
    }

    @Test func `thirty days of silence end the right, after a warning; progress keeps it`() throws {
        _ = try register("L1", "INNO")
        #expect(try standing("INNO", at: "2024-11-05T09:00") == ["L1 first"])
        #expect(try standing("INNO", at: "2024-11-12T09:00") == ["L1 warned"])
        #expect(try standing("INNO", at: "2024-11-20T23:00") == ["L1 warned"])
        #expect(try standing("INNO", at: "2024-11-21T09:00") == ["L1 lapsed"])
        #expect(try register("L2", "ETDZ", at: "2024-11-20T09:00").rank == "second")
        #expect(try register("L3", "ETDZ", at: "2024-11-21T09:00").rank == "first")
        let late = try scene.coordinator("INNO", at: "2024-11-22T09:00").perform(
            LeadStore.progress(Code("L1"), note: "来访")
        )
        #expect(late.rank == "second" && late.holder == "ETDZ")
    }

    @Test func `progress within thirty days keeps the right alive`() throws {
        _ = try register("L1", "INNO")
        _ = try scene.coordinator("INNO", at: "2024-11-15T09:00").perform(LeadStore.progress(Code("L1"), note: "来访"))
        #expect(try register("L2", "ETDZ", at: "2024-12-10T09:00").rank == "second")
    }

    @Test func `a dispute is decided once by the joint office, and the right moves`() throws {
        _ = try register("L1", "INNO")
        _ = try register("L2", "ETDZ")
        let etdz = try scene.coordinator("ETDZ", at: "2024-10-22T09:00")
        let raised = try etdz.perform(LeadStore.dispute(Code("L2"), reason: "跟踪在先", code: Code("D1")))
        #expect(raised.against == "INNO")
        #expect(
            try refusal { try etdz.perform(LeadStore.dispute(Code("L2"), reason: "又来", code: nil)) }?.code == "HND33"
        )
        let own = try refusal {
            try scene.coordinator("INNO").perform(LeadStore.dispute(Code("L1"), reason: "自己", code: nil))
        }
        #expect(own?.code == "HND32")
        let office = try scene.jointOffice(at: "2024-10-25T09:00")
        #expect(throws: HandoffRejection.winnerNoParty) {
            try office.perform(LeadStore.decide(Code("D1"), for: ZoneCode("TZBA"), reason: "试"))
        }
        try office.perform(LeadStore.decide(Code("D1"), for: ZoneCode("ETDZ"), reason: "谁跟踪谁服务谁优先"))
        #expect(
            try refusal { try office.perform(LeadStore.decide(Code("D1"), for: ZoneCode("INNO"), reason: "改")) }?.code
                == "HND33"
        )
        #expect(try standing("ETDZ", at: "2024-10-26T09:00") == ["L2 first"])
        #expect(try standing("INNO", at: "2024-10-26T09:00") == ["L1 lapsed"])
        for zone in ["INNO", "ETDZ"] {
            let seen = try LeadStore.disputes(scene.coordinator(zone))
            #expect(seen.map { $0.winner?.text } == ["ETDZ"])
        }
        #expect(throws: (any Error).self) {
            try etdz.perform(LeadStore.decide(Code("D1"), for: ZoneCode("ETDZ"), reason: "自己"))
        }
    }

    @Test func `a lead is routed by industry, judged once, and becomes a project`() throws {
        _ = try register("L1", "INNO")
        let inno = try scene.coordinator("INNO")
        #expect(try refusal { try inno.perform(LeadStore.route(Code("L1"), to: nil)) }?.code == "HND30")
        try inno.perform(
            OrganizationStore.add(
                code: Code("U1"),
                OrganizationDetails(),
                name: OrganizationName("招商一处"),
                kind: .agency
            )
        )
        try inno.perform(LeadStore.addRoute(code: Code("R1"), industry: "智能装备", region: nil, unit: Code("U1")))
        #expect(try inno.perform(LeadStore.route(Code("L1"), to: nil)) == "U1")
        let project = try inno.perform(
            LeadStore.assess(Code("L1"), .land, note: "可行", project: Code("FAB"), kind: Code("industrial"))
        )
        #expect(project == "FAB")
        #expect(try ProjectStore.show(inno, Code("FAB")).stage.text == "talks")
        let again = try refusal {
            try inno.perform(LeadStore.assess(Code("L1"), .drop, note: "再判", project: nil, kind: Code("industrial")))
        }
        #expect(again == .leadAssessed(lead: "L1", verdict: "land"))
    }
}
