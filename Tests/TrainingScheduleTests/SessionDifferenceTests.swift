import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct SessionDifferenceTests {
    let world: ScheduleWorld

    init() throws {
        world = try ScheduleWorld()
        for day in 3...6 { try world.inno.perform(ScheduleWorld.planning("S\(day)", day: day)) }
    }

    private func later(_ time: String) throws -> Session {
        try world.database.session(as: "officer_inno", zone: "INNO", at: Instant(iso: "2024-09-01T\(time)"))
    }

    private func kinds(_ session: Session, _ since: String) throws -> [String] {
        try SessionDifferenceStore.list(session, since: Instant(iso: "2024-09-01T\(since)")).map {
            "\($0.session) \($0.kind.rawValue)"
        }
    }

    @Test func `what was added, changed, cancelled, and what was changed back`() throws {
        let noon = try later("12:00")
        try noon.perform(SessionStore.move(Code("S3"), starts: Instant(iso: "2024-09-10T19:00")))
        try noon.perform(SessionStore.move(Code("S3"), starts: Instant(iso: "2024-09-11T19:00")))
        try noon.perform(SessionStore.move(Code("S4"), starts: Instant(iso: "2024-09-12T19:00")))
        try noon.perform(SessionStore.move(Code("S4"), starts: Instant(iso: "2024-09-04T19:00")))
        try noon.perform(SessionStore.cancel(Code("S5"), reason: "样例"))
        try noon.perform(ScheduleWorld.planning("S9", day: 9))
        #expect(try kinds(world.inno, "10:00") == ["S5 cancelled", "S9 added", "S3 changed"])
        #expect(try kinds(world.etdz, "10:00") == ["S5 cancelled", "S9 added", "S3 changed"])
        #expect(try kinds(world.tzba, "10:00") == [])
        #expect(try kinds(world.inno, "12:01") == [])
        #expect(try kinds(world.inno, "08:00").count == 4)
        let moved = try #require(
            try SessionDifferenceStore.list(world.inno, since: Instant(iso: "2024-09-01T10:00")).first {
                $0.kind == .changed
            }
        )
        #expect(moved.was?.starts == (try Instant(iso: "2024-09-03T19:00")))
        #expect(moved.now.starts == (try Instant(iso: "2024-09-11T19:00")))
        #expect(moved.by == "officer_inno")
    }
}
