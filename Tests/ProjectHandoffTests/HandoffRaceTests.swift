import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Every atomic verb of a handoff under eight connections, with exact counts.
@Suite(.database)
struct HandoffRaceTests {
    @Test func `eight who accept at once: one takes the project over`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let answers = race(8) { _ in try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1"))) }
        #expect(successes(answers).count == 1)
        #expect(refusals(answers) == Array(repeating: "HND01", count: 7))
        #expect(try scene.custody() == ["ETDZ 2"])
    }

    @Test func `accepted, rejected and withdrawn at once: exactly one of them stands, and custody follows it`() throws {
        for round in 0..<4 {
            let scene = try HandoffScene("P\(round)")
            let code = try Code("H\(round)")
            try scene.readyOffer(code.text)
            let answers = race(9) { thread in
                switch thread % 3 {
                case 0: return try scene.coordinator("ETDZ").perform(HandoffStore.accept(code)).code
                case 1: return try scene.coordinator("ETDZ").perform(HandoffStore.reject(code, reason: "用地不足")).code
                default: return try scene.coordinator("INNO").perform(HandoffStore.withdraw(code, reason: "计划有变")).code
                }
            }
            #expect(successes(answers) == [code.text])
            let state = try HandoffStore.show(scene.coordinator("INNO"), code).state
            #expect(try scene.custody() == [state == .accepted ? "ETDZ 2" : "INNO 1"])
        }
    }

    @Test func `one project offered to two zones by eight: one offer is made`() throws {
        let scene = try HandoffScene()
        let answers = race(8) { thread in
            try scene.offer("H\(thread)", to: thread.isMultiple(of: 2) ? "ETDZ" : "TZBA")
        }
        #expect(successes(answers).count == 1)
        #expect(refusals(answers) == Array(repeating: "HND07", count: 7))
        #expect(try scene.database.connection().value("select count(*) from handoff.handoff", as: Int64.self) == 1)
    }

    @Test func `a squad assigned by eight at once is one squad of three`() throws {
        let scene = try HandoffScene()
        try scene.squad("INNO")
        let answers = race(8) { _ in try scene.squad("INNO") }
        #expect(successes(answers).count == 8)
        let members = try SquadStore.members(scene.coordinator("INNO"), project: scene.project)
        #expect(members.map(\.role) == [.chief, .a, .b])
    }
}
