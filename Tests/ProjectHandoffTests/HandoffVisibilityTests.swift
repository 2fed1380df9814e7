import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Each zone sees of a project exactly what its level shows.
@Suite(.database)
struct HandoffVisibilityTests {
    /// INNO's project OTHER, and SENSOR with its founder.
    private func founded() throws -> HandoffScene {
        let scene = try HandoffScene("OTHER")
        let session = try scene.coordinator("INNO")
        try session.perform(PersonStore.add(code: Code("FOUNDER"), name: PersonName("样例一"), PersonDetails()))
        try session.perform(
            ProjectStore.add(
                code: Code("SENSOR"),
                ProjectStore.Draft(name: "样例传感器", industry: "装备", stage: Code("research"), founder: Code("FOUNDER"))
            )
        )
        return scene
    }

    private func offer(_ scene: HandoffScene, _ code: String) throws {
        try scene.coordinator("INNO").perform(
            HandoffStore.offer(Code("SENSOR"), to: [ZoneCode("ETDZ")], HandoffScene.details(), code: Code(code))
        )
    }

    private func seen(_ scene: HandoffScene, _ zone: String) throws -> [String] {
        try ProjectStore.list(scene.coordinator(zone)).map {
            "\($0.code.text) \($0.level?.rawValue ?? "-") \($0.founder?.text ?? "-")"
        }
    }

    @Test func `before an offer only the zone that registered a project sees it`() throws {
        let scene = try founded()
        #expect(try seen(scene, "INNO") == ["OTHER custodian -", "SENSOR custodian FOUNDER"])
        #expect(try seen(scene, "ETDZ") == [])
        #expect(try seen(scene, "TZBA") == [])
    }

    @Test func `an offer shows the project without its founder, to the receiver alone`() throws {
        let scene = try founded()
        try offer(scene, "H1")
        #expect(try seen(scene, "ETDZ") == ["SENSOR preview -"])
        let founders = try scene.coordinator("ETDZ").connection.value(
            "select count(*) from handoff.project_founder",
            as: Int64.self
        )
        #expect(founders == 0)
        #expect(try seen(scene, "TZBA") == [])
        #expect(throws: CoreRejection.missing(noun: "handoff", key: "H1")) {
            try HandoffStore.show(scene.coordinator("TZBA"), Code("H1"))
        }
        #expect(throws: CoreRejection.missing(noun: "handoff", key: "H1")) {
            try scene.coordinator("TZBA").perform(HandoffStore.accept(Code("H1")))
        }
    }

    @Test func `who declines sees the project no more; who gave it away sees where it is`() throws {
        let scene = try founded()
        try offer(scene, "H1")
        try scene.coordinator("ETDZ").perform(HandoffStore.reject(Code("H1"), reason: "用地不足"))
        #expect(try seen(scene, "ETDZ") == [])
        try offer(scene, "H2")
        let etdz = try scene.coordinator("ETDZ")
        let squad = try (1...3).map { try Code("M\($0)") }
        for code in squad { try etdz.perform(PersonStore.add(code: code, name: PersonName("样例"), PersonDetails())) }
        try etdz.perform(SquadStore.assign(Code("SENSOR"), chief: squad[0], a: squad[1], b: squad[2]))
        try etdz.perform(HandoffStore.accept(Code("H2")))
        #expect(try seen(scene, "ETDZ") == ["SENSOR custodian FOUNDER"])
        #expect(try seen(scene, "INNO") == ["OTHER custodian -", "SENSOR status FOUNDER"])
    }

    @Test func `a squad is its own zone's to see`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        #expect(try SquadStore.members(scene.coordinator("ETDZ"), project: scene.project).count == 3)
        #expect(try SquadStore.members(scene.coordinator("INNO"), project: scene.project) == [])
    }
}
