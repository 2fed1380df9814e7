import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

@Suite(.database)
struct SquadTests {
    private func people(_ scene: HandoffScene, _ codes: [String]) throws {
        for code in codes {
            try scene.coordinator("INNO").perform(
                PersonStore.add(code: Code(code), name: PersonName("样例"), PersonDetails())
            )
        }
    }

    private func assign(_ scene: HandoffScene, _ codes: [String], at clock: String = HandoffScene.offering) throws {
        let squad = try codes.map { try Code($0) }
        try scene.coordinator("INNO", at: clock).perform(
            SquadStore.assign(scene.project, chief: squad[0], a: squad[1], b: squad[2])
        )
    }

    @Test func `a squad is three different people`() throws {
        let scene = try HandoffScene()
        try people(scene, ["P1", "P2"])
        #expect(try refusal { try assign(scene, ["P1", "P2", "P1"]) } == .twoRoles(project: "SENSOR", person: "P1"))
        #expect(try SquadStore.members(scene.coordinator("INNO"), project: scene.project) == [])
    }

    @Test func `a later squad follows the earlier one without a gap or an overlap`() throws {
        let scene = try HandoffScene()
        try people(scene, ["P1", "P2", "P3", "P4"])
        try assign(scene, ["P1", "P2", "P3"])
        try assign(scene, ["P2", "P1", "P4"], at: "2024-11-01T09:00")
        let members = try SquadStore.members(scene.coordinator("INNO"), project: scene.project)
            .map { "\($0.role.rawValue) \($0.person.text) \($0.from) \($0.until.map { "\($0)" } ?? "")" }
        #expect(
            members == [
                "chief P1 2024-10-21 2024-10-31", "a P2 2024-10-21 2024-10-31", "b P3 2024-10-21 2024-10-31",
                "chief P2 2024-11-01 ", "a P1 2024-11-01 ", "b P4 2024-11-01 ",
            ]
        )
    }

    @Test func `somebody whom the zone does not know cannot be in its squad`() throws {
        let scene = try HandoffScene()
        try people(scene, ["P1", "P2"])
        #expect(throws: CoreRejection.missing(noun: "person", key: "P9")) { try assign(scene, ["P1", "P2", "P9"]) }
        #expect(try SquadStore.members(scene.coordinator("INNO"), project: scene.project) == [])
    }

    @Test func `a project of which the zone knows nothing gets no squad from it`() throws {
        let scene = try HandoffScene()
        #expect(throws: CoreRejection.missing(noun: "project", key: "SENSOR")) { try scene.squad("TZBA") }
    }
}
