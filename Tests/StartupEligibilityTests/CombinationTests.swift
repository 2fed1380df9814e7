import StartupEligibility
import Testing
import Zones

struct CombinationTests {
    private func best(_ amounts: [String: Int64], _ exclusions: [(String, String, ExclusionMode)]) -> Combination {
        Combination(
            amounts.sorted { $0.key < $1.key }.map { .init(policy: $0.key, amount: Money(fen: $0.value)) },
            exclusions.map { Exclusion(policy: $0.0, other: $0.1, mode: $0.2, article: "1") }
        )
    }

    @Test func `without exclusions everything is taken`() {
        #expect(best(["A": 5, "B": 7], []).total == Money(fen: 12))
        #expect(best(["A": 5, "B": 7], [("A", "B", .compatible)]).total == Money(fen: 12))
    }

    @Test func `of two that exclude each other the higher stands, and the other says why`() {
        let combination = best(["A": 5, "B": 7], [("A", "B", .higherOnly)])
        #expect(combination.parts.map(\.policy) == ["B"])
        #expect(combination.losses.map(\.policy) == ["A"])
        #expect(combination.losses.first?.because.mode == .higherOnly)
    }

    @Test func `two smaller ones can be better than the highest`() {
        let combination = best(["A": 6, "B": 10, "C": 6], [("B", "A", .notBoth), ("B", "C", .notBoth)])
        #expect(combination.parts.map(\.policy) == ["A", "C"])
        #expect(combination.total == Money(fen: 12))
    }

    @Test func `a deduction lets both stand and takes the other off, never below nothing`() {
        let combination = best(["A": 10, "B": 4], [("A", "B", .deductEarlier)])
        #expect(combination.parts.map(\.amount) == [Money(fen: 6), Money(fen: 4)])
        #expect(combination.parts[0].deducted == Money(fen: 4))
        #expect(best(["A": 3, "B": 4], [("A", "B", .deductEarlier)]).total == Money(fen: 4))
    }

    @Test func `no subset is better than the best one`() {
        var seed: UInt64 = 1
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 40) % limit
        }
        for _ in 0..<100 {
            let names = ["A", "B", "C", "D", "E"]
            let amounts = Dictionary(uniqueKeysWithValues: names.map { ($0, Int64(random(20))) })
            let pairs = (0..<4).map { _ in (names[random(5)], names[random(5)]) }.filter { $0.0 != $0.1 }
            let best = best(amounts, pairs.map { ($0.0, $0.1, .notBoth) })
            for mask in 0..<32 {
                let set = names.indices.filter { mask & 1 << $0 != 0 }.map { names[$0] }
                guard !pairs.contains(where: { set.contains($0.0) && set.contains($0.1) }) else { continue }
                #expect(set.reduce(0) { $0 + (amounts[$1] ?? 0) } <= best.total.fen)
            }
        }
    }

    @Test func `deductions in a circle are found`() {
        func circle(_ edges: [(String, String)]) -> String? {
            Combination.circle(edges.map { Exclusion(policy: $0.0, other: $0.1, mode: .deductEarlier, article: "1") })
        }
        #expect(circle([("A", "B"), ("B", "C")]) == nil)
        #expect(circle([("A", "B"), ("B", "C"), ("C", "A")]) == "A")
    }
}
