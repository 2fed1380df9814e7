import Casework
import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

@Suite(.database)
struct TodoTests {
    let scene = Scene()

    private func due(_ zone: String, _ clock: String) throws -> [String] {
        try Todo.list(scene.officer(zone, at: clock), from: [.enrollment], days: 7)
            .map { "\($0.dueOn) \($0.kind) \($0.facts.joined(separator: " "))" }
    }

    @Test func `a queue is due in the week before the cohort starts, for the zone whose people wait`() throws {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, "INNO", in: cohort)
        try scene.enroll(2, "ETDZ", in: cohort)
        #expect(try due("ETDZ", "2024-08-25T09:00") == [])
        #expect(try due("ETDZ", "2024-08-26T09:00") == ["2024-09-02 enrollment_waiting NIGHT-1 1"])
        #expect(try due("INNO", "2024-08-26T09:00") == [])
    }

    @Test func `a cohort that ended waits for its hosts' evaluation until it is done`() throws {
        let cohort = try scene.taught([2, 2])
        #expect(try due("INNO", "2024-09-05T09:00") == ["2024-09-03 completion_unevaluated NIGHT-1 2"])
        #expect(try due("ETDZ", "2024-09-05T09:00") == [])
        let host = try scene.officer("INNO", at: "2024-09-05T09:00")
        _ = try CompletionStore.evaluate(host, cohort: cohort, as: host.request())
        #expect(try due("INNO", "2024-09-05T09:00") == [])
    }
}
