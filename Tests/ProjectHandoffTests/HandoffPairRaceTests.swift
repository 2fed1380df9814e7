import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Every pair of steps raced on one handoff by eight connections: one is taken, and both sides know which.
@Suite(.database)
struct HandoffPairRaceTests {
    /// Where a handoff is made to stand, and the steps that its sides may take from there.
    private static let standings: [(state: HandoffState, steps: [HandoffState.Action])] = [
        (.offered, [.accept, .reject, .withdraw, .ask, .counter]),
        (.query, [.answer, .reject, .withdraw]),
        (.countered, [.agree, .reject, .withdraw]),
        (.requested, [.reject, .withdraw]),
        // After its day: nobody may accept any more.
        (.expired, [.lapse, .reject, .withdraw]),
        (.landed, [.land]),
    ]

    private func counter(_ code: Code, _ version: Int32?) throws -> Verb<HandoffStore.Moved> {
        let terms = CreditTerms(try CreditSplit(sender: Rate(percent: "60")))
        return HandoffStore.counter(code, terms: terms, note: "试", version: version)
    }

    private func take(_ action: HandoffState.Action, _ code: Code, _ version: Int32, _ session: Session) throws
        -> String
    {
        switch action {
        case .accept: try session.perform(HandoffStore.accept(code, version: version)).state
        case .counter: try session.perform(counter(code, version)).state
        case .land: try session.perform(HandoffStore.land(code, .started, on: nil, version: version)).state
        default: try session.perform(HandoffStore.move(code, action, note: "试", version: version)).state
        }
    }

    /// Brings a new handoff to where it is to stand; its version there.
    private func bring(_ code: Code, to state: HandoffState, _ scene: HandoffScene, _ names: [String]) throws -> Int32 {
        if state == .requested {
            try scene.coordinator(names[1]).perform(
                HandoffStore.request(scene.project, part: Code("whole"), reason: "试", code: code)
            )
            return 1
        }
        try scene.offer(code.text, from: names[0], to: names[1])
        try scene.squad(names[1])
        let receiver = try scene.coordinator(names[1])
        switch state {
        case .query: try receiver.perform(HandoffStore.move(code, .ask, note: "问"))
        case .countered: try receiver.perform(counter(code, nil))
        case .landed: try receiver.perform(HandoffStore.accept(code))
        default: return 1
        }
        return 2
    }

    @Test func `every pair of steps that saw the same version has one winner, and both sides see its state`() throws {
        let scene = try HandoffScene()
        let sessions = try (0..<8).map { _ in
            Pair(sender: try scene.coordinator("INNO"), receiver: try scene.coordinator("ETDZ"))
        }
        try scene.squad("INNO")
        let late = BusinessClock.fixed(try Instant(iso: "2024-10-28T09:00"))
        for (standing, steps) in Self.standings {
            for (first, second) in steps.enumerated().flatMap({ index, first in steps[index...].map { (first, $0) } }) {
                let code = try Code("H-\(standing)-\(first)-\(second)")
                // The project goes back and forth: whoever holds it offers.
                let names =
                    try #require(scene.custody().first).hasPrefix("INNO") ? ["INNO", "ETDZ"] : ["ETDZ", "INNO"]
                let version = try bring(code, to: standing, scene, names)
                let answers = race(8) { thread in
                    let action = thread.isMultiple(of: 2) ? first : second
                    let from = standing == .expired ? .offered : standing == .landed ? .accepted : standing
                    let side = from.next(action)?.side
                    let isSender = side == .sender || side == .clock
                    let session = (names[0] == "INNO") == isSender ? sessions[thread].sender : sessions[thread].receiver
                    session.clock = standing == .expired ? late : .fixed(try Instant(iso: HandoffScene.offering))
                    return try take(action, code, version, session)
                }
                let won = successes(answers)
                #expect(won.count == 1, "\(standing): \(first) against \(second): \(won)")
                #expect(Set(refusals(answers)).isSubset(of: ["HND15", "HND01"]), "\(refusals(answers))")
                for zone in names {
                    #expect(try HandoffStore.show(scene.coordinator(zone), code).state.rawValue == won.first)
                }
                let told = try scene.database.connection().value(
                    "select count(*) from core.notice where subject = \("handoff:" + code.text)",
                    as: Int64.self
                )
                #expect(told == Int64(version) + 1, "\(standing): the other side is told of each step")
                let state = try HandoffStore.show(scene.coordinator(names[0]), code).state
                if state.isOpen { try scene.coordinator(names[0]).perform(HandoffStore.withdraw(code, reason: "试")) }
            }
        }
    }

    /// 100 times; ZB_WITHDRAW_RACES for more (1000).
    @Test func `withdrawal against acceptance: one of them, each time, and custody follows it`() throws {
        let scene = try HandoffScene()
        let rounds = Environment["ZB_WITHDRAW_RACES"].flatMap(Int.init) ?? 100
        var pair = Pair(sender: try scene.coordinator("INNO"), receiver: try scene.coordinator("ETDZ"))
        var names = ["INNO", "ETDZ"]
        try scene.squad("INNO")
        var accepted = 0
        for round in 0..<rounds {
            let code = try Code("H\(round)")
            try pair.sender.perform(
                HandoffStore.offer(scene.project, to: [ZoneCode(names[1])], HandoffScene.details(), code: code)
            )
            try scene.squad(names[1])
            let both = pair
            let answers = race(2) { thread in
                thread == 0
                    ? try both.receiver.perform(HandoffStore.accept(code)).state
                    : try both.sender.perform(HandoffStore.withdraw(code, reason: "试")).state
            }
            let won = successes(answers)
            #expect(won.count == 1 && refusals(answers) == ["HND01"], "round \(round): \(won)")
            if won.first == "accepted" {
                accepted += 1
                swap(&pair.sender, &pair.receiver)
                names.reverse()
            }
            #expect(try scene.custody() == ["\(names[0]) \(accepted + 1)"])
        }
    }

    /// Two sessions, each used by one thread at a time.
    private struct Pair: @unchecked Sendable {
        var sender: Session
        var receiver: Session
    }
}
