import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Whatever happens in whatever order, a project is held by one zone, and by the one that a simple model says.
@Suite(.database)
struct CustodyTests {
    private struct Model {
        var holder = "INNO"
        var epoch = 1
        var open: (code: String, to: String)?
    }

    @Test(arguments: [11, 23, 47]) func `random steps of three zones keep custody as the model has it`(seed: UInt64)
        throws
    {
        let scene = try HandoffScene()
        var sessions: [String: Session] = [:]
        for zone in ["INNO", "ETDZ", "TZBA"] { sessions[zone] = try scene.coordinator(zone) }
        var random = SplitMix(state: seed)
        var model = Model()
        let zones = ["INNO", "ETDZ", "TZBA"]
        for step in 0..<60 {
            let before = model
            // Most steps are the concerned zones' own, the receiver's above all, so that the walk moves.
            let receiver = before.open?.to ?? before.holder
            let actor = (zones + [before.holder, receiver, receiver, receiver]).randomElement(using: &random) ?? "INNO"
            let other = zones[Int.random(in: 0..<3, using: &random)]
            let session = try #require(sessions[actor])
            let code = before.open?.code ?? "none"
            var expected = before.open?.to == actor
            let action: () throws -> Void
            // Acceptances are tried most often: they are what moves the project.
            let choices = before.open?.to == actor ? [0, 1, 1, 1, 1, 2] : [0, 0, 0, 1, 2, 3]
            switch choices.randomElement(using: &random) ?? 0 {
            case 0:
                expected = actor == before.holder && other != actor && before.open == nil
                if expected { model.open = ("H\(step)", other) }
                action = { try scene.offer("H\(step)", from: actor, to: other) }
            case 1:
                if expected {
                    try scene.squad(actor)
                    model = Model(holder: actor, epoch: before.epoch + 1)
                }
                action = { try session.perform(HandoffStore.accept(Code(code))) }
            case 2:
                if expected { model.open = nil }
                action = { try session.perform(HandoffStore.reject(Code(code), reason: "试")) }
            default:
                expected = before.open != nil && actor == before.holder
                if expected { model.open = nil }
                action = { try session.perform(HandoffStore.withdraw(Code(code), reason: "试")) }
            }
            #expect(try happens(action) == expected, "step \(step) of seed \(seed)")
            #expect(try scene.custody() == ["\(model.holder) \(model.epoch)"], "step \(step) of seed \(seed)")
            let open = try HandoffStore.list(#require(sessions[model.holder]), onlyOpen: true).map(\.code.text)
            #expect(open == (model.open.map { [$0.code] } ?? []), "step \(step) of seed \(seed)")
        }
        #expect(model.epoch > 2, "the walk has to move the project, or it shows nothing")
    }

    private func happens(_ action: () throws -> Void) throws -> Bool {
        do {
            try action()
            return true
        } catch is any Rejection {
            return false
        }
    }
}

/// Sebastiano Vigna's SplitMix64, so that a failing walk can be walked again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
