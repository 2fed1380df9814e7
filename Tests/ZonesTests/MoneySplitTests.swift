import Testing

@testable import Zones

@Suite struct MoneySplitTests {
    @Test func `equal parts differ only in the last and sum to the whole`() throws {
        var random = SeededRandom(5)
        for _ in 0..<1_000 {
            let whole = Money(fen: Int64.random(in: Int64.min...Int64.max, using: &random))
            let count = Int.random(in: 1...60, using: &random)
            let parts = try whole.split(parts: count)
            #expect(parts.count == count)
            #expect(try Money.sum(parts) == whole)
            #expect(Set(parts.dropLast()).count <= 1)
            let last = try #require(parts.last)
            #expect((last.fen - parts[0].fen).magnitude < UInt64(count))
        }
    }

    @Test func `weighted parts are in proportion and sum to the whole`() throws {
        var random = SeededRandom(6)
        for _ in 0..<1_000 {
            let whole = Money(fen: Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random))
            let weights = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                Int64.random(in: 0...1_000, using: &random)
            }
            let total = weights.reduce(0, +)
            guard total > 0 else { continue }
            let parts = try whole.split(weights: weights)
            #expect(try Money.sum(parts) == whole)
            for (part, weight) in zip(parts, weights).dropLast() {
                // Each part but the last lacks less than one fen of its exact share.
                let missing = (Int128(whole.fen) * Int128(weight) - Int128(part.fen) * Int128(total)).magnitude
                #expect(missing < Int128(total).magnitude)
            }
        }
    }

    @Test func `known amounts are split as a cashier would`() throws {
        #expect(try Money(fen: 100).split(parts: 3).map(\.fen) == [33, 33, 34])
        #expect(try Money(fen: -100).split(parts: 3).map(\.fen) == [-33, -33, -34])
        #expect(try Money(fen: 2).split(parts: 3).map(\.fen) == [0, 0, 2])
        #expect(try Money(fen: 1_000).split(weights: [6, 3, 1]).map(\.fen) == [600, 300, 100])
        #expect(try Money(fen: 100).split(weights: [1, 1, 1]).map(\.fen) == [33, 33, 34])
        #expect(try Money(fen: 100).split(weights: [0, 1, 0]).map(\.fen) == [0, 100, 0])
        #expect(try Money(fen: .max).split(weights: [1, 1]).map(\.fen) == [Int64.max / 2, Int64.max / 2 + 1])
    }

    @Test func `a split that no payment has is refused`() {
        let whole = Money(fen: 100)
        for parts in [0, -1, Int.min, Money.partLimit + 1, Int.max] {
            #expect(throws: MoneyError.badShare) { try whole.split(parts: parts) }
        }
        for weights in [[], [0, 0], [1, -1], [-1]] as [[Int64]] {
            #expect(throws: MoneyError.badShare) { try whole.split(weights: weights) }
        }
        #expect(throws: MoneyError.overflow) { try whole.split(weights: [Int64.max, 1]) }
    }
}
