import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Each leg has its own clock, in working days with holidays and make-up workdays, and none starts breached.
@Suite(.database)
struct HandoffClockTests {
    private func move(
        _ scene: HandoffScene,
        _ zone: String,
        _ action: HandoffState.Action,
        _ day: String
    ) throws -> HandoffStore.Moved {
        try scene.coordinator(zone, at: "\(day)T10:00").perform(HandoffStore.move(Code("H1"), action, note: "样例"))
    }

    @Test func `a question before the holidays stops the answer's clock, which goes on with the days it had left`()
        throws
    {
        let scene = try HandoffScene()
        // From Friday, 27 September 2024: the make-up Sunday, Monday, then seven days of holidays.
        #expect(try scene.offer(at: "2024-09-27T09:00").first?.dueOn == "2024-10-08")
        let asked = try move(scene, "ETDZ", .ask, "2024-09-29")
        #expect(asked.state == "query" && asked.waitsFor == "sender" && asked.dueOn == "2024-10-09")
        let answered = try move(scene, "INNO", .answer, "2024-10-09")
        #expect(answered.state == "offered" && answered.waitsFor == "receiver" && answered.dueOn == "2024-10-11")
    }

    @Test func `a question on the last day leaves one day for the answer`() throws {
        let scene = try HandoffScene()
        try scene.offer(at: "2024-10-21T09:00")
        _ = try move(scene, "ETDZ", .ask, "2024-10-24")
        #expect(try move(scene, "INNO", .answer, "2024-10-25").dueOn == "2024-10-28")
    }

    @Test func `every leg is a clock of its own, met when the leg ends`() throws {
        let scene = try HandoffScene()
        try scene.offer(at: "2024-10-21T09:00")
        _ = try move(scene, "ETDZ", .ask, "2024-10-22")
        _ = try move(scene, "INNO", .answer, "2024-10-22")
        _ = try move(scene, "ETDZ", .reject, "2024-10-23")
        let legs = try scene.database.connection().rows(
            """
            select z.code || ' ' || d.leg || ' ' || d.started_on || ' ' || coalesce(d.met_on::text, '-')
            from core.deadline d join core.zone z on z.id = d.zone_id where d.subject = 'handoff:H1' order by d.id
            """,
            as: String.self
        )
        #expect(
            legs == [
                "ETDZ offered.1 2024-10-21 2024-10-22", "INNO query.2 2024-10-22 2024-10-22",
                "ETDZ offered.3 2024-10-22 2024-10-23",
            ]
        )
    }

    @Test func `silence gives the project back, never earlier than the day after, and is never an acceptance`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        #expect(
            try refusal { _ = try move(scene, "INNO", .lapse, "2024-10-24") }
                == .notOverdue(handoff: "H1", dueOn: "2024-10-24")
        )
        #expect(
            try HandoffStore.overdue(scene.coordinator("INNO"), on: Day(iso: "2024-10-25")).map(\.code.text) == ["H1"]
        )
        #expect(
            try HandoffStore.due(scene.coordinator("ETDZ"), until: Day(iso: "2024-10-24")).map(\.code.text) == ["H1"]
        )
        #expect(try HandoffStore.due(scene.coordinator("INNO"), until: Day(iso: "2024-10-24")) == [])
        #expect(try move(scene, "INNO", .lapse, "2024-10-25").state == "expired")
        #expect(try scene.custody() == ["INNO 1"])
        #expect(try HandoffStore.overdue(scene.coordinator("INNO"), on: Day(iso: "2024-12-01")) == [])
    }

    @Test func `a counter-offer that nobody answers goes to the joint office as well`() throws {
        let scene = try HandoffScene()
        try scene.offer()
        try scene.coordinator("ETDZ").perform(
            HandoffStore.counter(Code("H1"), terms: CreditTerms(CreditSplit(sender: Rate(percent: "60"))), note: "六四分成")
        )
        #expect(try move(scene, "ETDZ", .lapse, "2024-11-01").state == "expired")
        let told = try scene.database.connection().rows(
            "select recipient from core.notice where kind = 'handoff_escalated'",
            as: String.self
        )
        #expect(told == ["joint_office"])
    }
}
