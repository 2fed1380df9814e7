import Casework
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

@Suite(.database)
struct HandoffTodoTests {
    private func due(_ scene: HandoffScene, _ zone: String) throws -> [String] {
        try Todo.list(scene.coordinator(zone), from: [.handoff], days: 7).map { "\($0.dueOn) \($0.kind)" }
    }

    @Test func `an offer is due for the receiver and awaited by the sender until it is answered`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        #expect(try due(scene, "ETDZ") == ["2024-10-24 handoff_answer_due"])
        #expect(try due(scene, "INNO") == ["2024-10-24 handoff_awaits_other"])
        #expect(try due(scene, "TZBA") == [])
        try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        #expect(try due(scene, "ETDZ") == [])
        #expect(try due(scene, "INNO") == [])
    }
}
