import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Random walks over the rule table by three zones, with the guarantees looked at after every step; ZB_WALK_STEPS walks
/// further (100000).
@Suite(.database)
struct HandoffWalkTests {
    /// What must hold at any time; answers the names of those that do not.
    private static let guarantees: Statement = """
        select g.name from (
            select 'one custodian, and epochs that count acceptances' as name, not exists (
                select from handoff.project_part t where t.epoch <> 1 + (
                    select count(*) from handoff.handoff h where h.part_id = t.id and h.accepted_on is not null)) as holds
            union all select 'the custodian is the last receiver', not exists (
                select from handoff.project_part t where t.zone_id <> coalesce((
                    select h.to_zone_id from handoff.handoff h join handoff.history y on y.handoff_id = h.id
                    where h.part_id = t.id and y.action = 'accept' order by y.at desc, h.id desc limit 1),
                    (select p.zone_id from handoff.project p where p.id = t.project_id)))
            union all select 'one open round a part', not exists (
                select from handoff.handoff h where h.on_offer group by h.part_id having count(distinct h.round) > 1)
            union all select 'a line of history a version', not exists (
                select from handoff.handoff h where h.version <> (
                    select count(*) from handoff.history y where y.handoff_id = h.id))
            union all select 'every line is a rule''s', not exists (
                select from handoff.history y left join handoff.rule r
                    on (r.from_state, r.action, r.to_state) = (y.from_state, y.action, y.to_state) where r.action is null)
            union all select 'the state is the last line''s', not exists (
                select from handoff.handoff h join handoff.history y on (y.handoff_id, y.version) = (h.id, h.version)
                where y.to_state <> h.state)
            union all select 'one running clock an open handoff, none else', not exists (
                select from handoff.handoff h where h.open::int <> (
                    select count(*) from core.deadline d where d.subject = 'handoff:' || h.code and d.met_on is null))
            union all select 'the custodian sees everything', not exists (
                select from handoff.project_part t left join handoff.project_party y
                    on (y.project_id, y.zone_id) = (t.project_id, t.zone_id) where y.level is distinct from 'custodian')
            union all select 'an obligation is held where the part is', not exists (
                select from handoff.obligation o join handoff.project_part t on t.id = o.part_id where o.zone_id <> t.zone_id)
            union all select 'who gave it away still sees where it is', not exists (
                select from handoff.handoff h join handoff.project_part t on t.id = h.part_id
                where h.accepted_on is not null and not exists (
                    select from handoff.project_party y where y.project_id = t.project_id and y.zone_id = h.from_zone_id))
        ) as g where not g.holds
        """

    @Test func `random steps of three zones keep every guarantee`() throws {
        let scene = try HandoffScene()
        let zones = ["INNO", "ETDZ", "TZBA"]
        var sessions: [String: Session] = [:]
        for zone in zones {
            sessions[zone] = try scene.coordinator(zone)
            if zone == "INNO" { try scene.squad(zone) }
        }
        let inno = try #require(sessions["INNO"])
        let draft = try ObligationStore.Draft(part: Code("whole"), what: "能评", dueOn: Day(iso: "2024-12-31"))
        try inno.perform(ObligationStore.add(scene.project, draft, code: Code("XO1")))
        let watcher = try scene.database.connection()
        var random = Seeded(state: 7)
        var taken: [String: Int] = [:]
        var clock = try Instant(iso: HandoffScene.offering)
        let steps = Environment["ZB_WALK_STEPS"].flatMap(Int.init) ?? 5_000
        for step in 0..<steps {
            // Weeks pass now and then, so that clocks run out; the calendar that is loaded ends.
            let isLate = try step % 150 == 149 && clock.day < Day(iso: "2025-09-01")
            if isLate { clock = try Instant(clock.day.adding(days: 20), TimeOfDay(hour: 9, minute: 0)) }
            let zone = zones[Int.random(in: 0..<3, using: &random)]
            let session = try #require(sessions[zone])
            session.clock = .fixed(clock)
            let code = try Code(
                watcher.value(
                    "select code from handoff.handoff order by open desc, id desc offset \(Int64.random(in: 0..<2, using: &random)) limit 1",
                    as: String.self
                ) ?? "none"
            )
            var (name, verb) = try self.verb(scene, zone, zones, code, step, &random)
            if isLate { (name, verb) = ("lapse", { try $0.perform(HandoffStore.move(code, .lapse, note: "试")) }) }
            if name == "accept", Bool.random(using: &random) { try? scene.squad(zone) }
            do {
                try verb(session)
                taken[name, default: 0] += 1
            } catch is any Rejection {
                taken["refused", default: 0] += 1
            }
            let broken = try watcher.rows(Self.guarantees, as: String.self)
            #expect(broken == [], "step \(step): \(zone) \(name) \(code)")
            guard broken.isEmpty else { return }
        }
        guard steps >= 1_000 else { return }
        // A walk that never went anywhere would keep every guarantee.
        for action in [
            "offer", "request", "ask", "answer", "counter", "agree", "accept", "reject", "withdraw", "lapse", "land",
        ] {
            #expect(taken[action, default: 0] > 0, "\(action) of \(taken)")
        }
    }

    private func verb(
        _ scene: HandoffScene,
        _ zone: String,
        _ zones: [String],
        _ code: Code,
        _ step: Int,
        _ random: inout Seeded
    ) throws -> (String, (Session) throws -> Void) {
        let others = zones.filter { $0 != zone }.shuffled(using: &random)
        let project = scene.project
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1, 2:
            let receivers = try others.prefix(Int.random(in: 1...2, using: &random)).map { try ZoneCode($0) }
            return (
                "offer",
                {
                    try $0.perform(
                        HandoffStore.offer(project, to: receivers, HandoffScene.details(), code: Code("W\(step)"))
                    )
                }
            )
        case 3:
            return (
                "request",
                {
                    try $0.perform(
                        HandoffStore.request(project, part: Code("whole"), reason: "试", code: Code("Q\(step)"))
                    )
                }
            )
        case 4:
            let terms = CreditTerms(try CreditSplit(sender: Rate(percent: "40")))
            return ("counter", { try $0.perform(HandoffStore.counter(code, terms: terms, note: "试")) })
        case 5, 6, 7, 8: return ("accept", { try $0.perform(HandoffStore.accept(code)) })
        case 9: return ("land", { try $0.perform(HandoffStore.land(code, .started, on: nil)) })
        case let number:
            let moves: [HandoffState.Action] = [.ask, .answer, .agree, .reject, .withdraw, .lapse]
            let action = moves[number - 10]
            return (action.rawValue, { try $0.perform(HandoffStore.move(code, action, note: "试")) })
        }
    }
}

/// Sebastiano Vigna's SplitMix64.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
