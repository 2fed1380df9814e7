import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

@Suite(.database)
struct HandoffTests {
    @Test func `a project is held by its zone of origin until another zone accepts it, and by that zone from then on`()
        throws
    {
        let scene = try HandoffScene()
        let offered = try scene.offer()
        #expect(offered.map(\.dueOn) == ["2024-10-24"])
        #expect(try scene.custody() == ["INNO 1"])
        try scene.squad("ETDZ")
        let accepted = try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        #expect(accepted.code == "H1" && accepted.epoch == 2)
        #expect(try scene.custody() == ["ETDZ 2"])
        for zone in ["INNO", "ETDZ"] {
            let project = try ProjectStore.show(scene.coordinator(zone), scene.project)
            #expect(project.holder.text == "ETDZ" && project.origin.text == "INNO")
            #expect(project.level == (zone == "INNO" ? .status : .custodian))
        }
        let history = try HandoffStore.history(scene.coordinator("INNO"), Code("H1"))
        #expect(history.map { "\($0.action) \($0.by?.text ?? "-")" } == ["offer INNO", "accept ETDZ"])
    }

    @Test func `a zone without a squad cannot accept, and nothing has moved`() throws {
        let scene = try HandoffScene()
        try scene.offer()
        let refused = try refusal { try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1"))) }
        #expect(refused == .noSquad(handoff: "H1", project: "SENSOR", heldBy: "INNO"))
        #expect(try scene.custody() == ["INNO 1"])
        #expect(try HandoffStore.show(scene.coordinator("ETDZ"), Code("H1")).state == .offered)
    }

    @Test func `the sender cannot accept its own offer, the receiver cannot withdraw it`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let accepting = try refusal { try scene.coordinator("INNO").perform(HandoffStore.accept(Code("H1"))) }
        #expect(
            accepting == .otherSide(handoff: "H1", action: "accept", side: "receiver", state: "offered", heldBy: "INNO")
        )
        let withdrawing = try refusal {
            try scene.coordinator("ETDZ").perform(HandoffStore.withdraw(Code("H1"), reason: "不要了"))
        }
        #expect(
            withdrawing
                == .otherSide(handoff: "H1", action: "withdraw", side: "sender", state: "offered", heldBy: "INNO")
        )
    }

    @Test func `an answer that comes after its day is too late to accept but not to decline`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let late = try scene.coordinator("ETDZ", at: "2024-10-25T09:00")
        let refused = try refusal { try late.perform(HandoffStore.accept(Code("H1"))) }
        #expect(refused == .answerLate(handoff: "H1", dueOn: "2024-10-24", state: "offered", heldBy: "INNO"))
        #expect(try late.perform(HandoffStore.reject(Code("H1"), reason: "用地不足")).state == "rejected")
        #expect(try scene.custody() == ["INNO 1"])
    }

    @Test func `the last day itself is in time`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        try scene.coordinator("ETDZ", at: "2024-10-24T23:59").perform(HandoffStore.accept(Code("H1")))
        #expect(try scene.custody() == ["ETDZ 2"])
    }

    @Test func `a project is on offer once at a time, and again after a refusal`() throws {
        let scene = try HandoffScene()
        try scene.offer()
        #expect(
            try refusal { try scene.offer("H2", to: "TZBA") }
                == .onOffer(project: "SENSOR", handoff: "H1", state: "offered", heldBy: "INNO")
        )
        try scene.coordinator("ETDZ").perform(HandoffStore.reject(Code("H1"), reason: "用地不足"))
        try scene.offer("H3", to: "TZBA")
        #expect(try HandoffStore.list(scene.coordinator("INNO"), onlyOpen: true).map(\.code.text) == ["H3"])
    }

    @Test func `only the zone that holds a project can give it away`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let preview = try refusal { try scene.offer("H2", from: "ETDZ", to: "TZBA") }
        #expect(preview == .notHeld(project: "SENSOR", heldBy: "INNO"))
        try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        #expect(try refusal { try scene.offer("H3") } == .notHeld(project: "SENSOR", heldBy: "ETDZ"))
        try scene.readyOffer("H4", from: "ETDZ", to: "TZBA")
        try scene.coordinator("TZBA").perform(HandoffStore.accept(Code("H4")))
        #expect(try scene.custody() == ["TZBA 3"])
    }

    @Test func `a project is not offered to its own zone, nor to a closed one, nor to one that does not exist`() throws
    {
        let scene = try HandoffScene()
        #expect(try refusal { try scene.offer(to: "INNO") } == .sameZone(project: "SENSOR"))
        try scene.database.connection().execute("update core.zone set closed_on = '2024-10-20' where code = 'TZBA'")
        #expect(
            try refusal { try scene.offer(to: "TZBA") }
                == .receiverClosed(zone: "TZBA", closedOn: "2024-10-20", project: "SENSOR", heldBy: "INNO")
        )
        #expect(throws: CoreRejection.missing(noun: "zone", key: "NOWHERE")) { try scene.offer(to: "NOWHERE") }
        #expect(try scene.database.connection().value("select count(*) from handoff.handoff", as: Int64.self) == 0)
    }

    @Test func `the same request accepts once and answers alike`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let session = try scene.coordinator("ETDZ")
        let request = session.request("handoff accept H1")
        let first = try session.perform(HandoffStore.accept(Code("H1")), as: request)
        let again = try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")), as: request)
        #expect(first == again)
        #expect(try scene.custody() == ["ETDZ 2"])
    }

    @Test func `the other side is told of every step`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
        let told = try scene.database.connection().rows(
            "select z.code || ' ' || n.kind from core.notice n join core.zone z on z.id = n.zone_id order by n.id",
            as: String.self
        )
        #expect(told == ["ETDZ handoff_offered", "INNO handoff_accepted"])
    }
}
