import Testing
import Zones

@testable import TrainingSchedule

struct OverlapTests {
    private let facts = [
        "venue", "R301", "2024-09-03T20:00:00+08:00", "2024-09-03T21:00:00+08:00", "S1", "INNO", "样例联系人",
    ]

    @Test func `seven facts are one overlap`() throws {
        let overlap = try #require(Overlap.read(facts).first)
        #expect(overlap.kind == .venue)
        #expect(overlap.resource == "R301")
        #expect(overlap.starts == (try Instant(iso: "2024-09-03T20:00")))
        #expect(overlap.ends == (try Instant(iso: "2024-09-03T21:00")))
        #expect(overlap.session == "S1")
        #expect(overlap.zone == "INNO")
        #expect(overlap.contact == "样例联系人")
    }

    @Test func `an empty session code is a session that may not be told`() throws {
        var private7 = facts
        private7[4] = ""
        #expect(Overlap.read(private7).map(\.session) == [nil])
    }

    @Test func `many overlaps are read in order, a broken tail and unknown kinds are left out`() {
        var instructor = facts
        instructor[0] = "instructor"
        var unknown = facts
        unknown[0] = "projector"
        #expect(Overlap.read(facts + instructor).map(\.kind) == [.venue, .instructor])
        #expect(Overlap.read(unknown + instructor).map(\.kind) == [.instructor])
        #expect(Overlap.read(facts + ["venue", "R6"]).count == 1)
        #expect(Overlap.read([]).isEmpty)
        #expect(Overlap.read(["Failing row contains (…)."]).isEmpty)
    }
}
