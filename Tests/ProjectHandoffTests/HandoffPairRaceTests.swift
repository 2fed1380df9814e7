import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Every pair of steps raced on one handoff by eight connections: one is taken, and both sides know which.
@Suite(.database)
struct HandoffPairRaceTests {
    private static let steps: [HandoffState.Action] = [.accept, .reject, .withdraw, .ask, .counter]

    private func take(_ action: HandoffState.Action, _ code: Code, _ session: Session) throws -> String {
        switch action {
        case .accept: try session.perform(HandoffStore.accept(code, version: 1)).state
        case .counter:
            try session.perform(
                HandoffStore.counter(
                    code,
                    terms: CreditTerms(CreditSplit(sender: Rate(percent: "60"))),
                    note: "试",
                    version: 1
                )
            ).state
        default: try session.perform(HandoffStore.move(code, action, note: "试", version: 1)).state
        }
    }

    @Test func `every pair of steps that saw the same version has one winner, and both sides see its state`() throws {
        let scene = try HandoffScene()
        let sessions = try (0..<8).map { _ in (try scene.coordinator("INNO"), try scene.coordinator("ETDZ")) }
            .map { Pair(sender: $0.0, receiver: $0.1) }
        try scene.squad("INNO")
        for (index, first) in Self.steps.enumerated() {
            for second in Self.steps[index...] {
                let code = try Code("H-\(first)-\(second)")
                // The project goes back and forth: whoever holds it offers.
                let holder = try #require(scene.custody().first).hasPrefix("INNO") ? "INNO" : "ETDZ"
                try scene.offer(code.text, from: holder, to: holder == "INNO" ? "ETDZ" : "INNO")
                try scene.squad(holder == "INNO" ? "ETDZ" : "INNO")
                let answers = race(8) { thread in
                    let action = thread.isMultiple(of: 2) ? first : second
                    let pair = sessions[thread]
                    let sends = action == .withdraw
                    return try take(action, code, (holder == "INNO") == sends ? pair.sender : pair.receiver)
                }
                let won = successes(answers)
                #expect(won.count == 1, "\(first) against \(second): \(won)")
                #expect(Set(refusals(answers)).isSubset(of: ["HND15", "HND01"]), "\(refusals(answers))")
                for zone in ["INNO", "ETDZ"] {
                    #expect(try HandoffStore.show(scene.coordinator(zone), code).state.rawValue == won.first)
                }
                let state = try HandoffStore.show(scene.coordinator(holder), code).state
                if state.isOpen { try scene.coordinator(holder).perform(HandoffStore.withdraw(code, reason: "试")) }
                let told = try scene.database.connection().value(
                    "select count(*) from core.notice where subject = \("handoff:" + code.text)",
                    as: Int64.self
                )
                #expect(told == (state.isOpen ? 3 : 2), "offer, the step\(state.isOpen ? ", the withdrawal" : "")")
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
