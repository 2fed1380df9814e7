import Zones

/// A number of which only the limits may be known; both ends are the number itself where it is known.
///
/// Arithmetic saturates: an end at the type's limit says "beyond counting", and money there is an overflow, not an
/// amount.
struct Bounds: Sendable, Hashable {
    let low: Int64
    let high: Int64

    @inline(__always)
    init(_ low: Int64, _ high: Int64) {
        self.low = low
        self.high = high
    }

    @inline(__always)
    init(_ value: Int64) { self.init(value, value) }

    static let unknown = Bounds(.min, .max)
    /// An unknown count.
    static let someCount = Bounds(0, .max)

    var isExact: Bool { low == high }
    /// Neither a value nor a range of values: the calculation left the numbers that can be counted.
    var isOverflow: Bool { isExact && (low == .max || low == .min) }

    @inline(__always)
    func compare(_ comparison: Comparison, _ other: Bounds) -> Ternary {
        switch comparison {
        case .atLeast: low >= other.high ? .yes : high < other.low ? .no : .unknown
        case .greater: low > other.high ? .yes : high <= other.low ? .no : .unknown
        case .atMost: high <= other.low ? .yes : low > other.high ? .no : .unknown
        case .less: high < other.low ? .yes : low >= other.high ? .no : .unknown
        case .equal: equals(other)
        case .notEqual: !equals(other)
        }
    }

    private func equals(_ other: Bounds) -> Ternary {
        if isExact && other.isExact && low == other.low { return .yes }
        return high < other.low || low > other.high ? .no : .unknown
    }

    static func + (a: Bounds, b: Bounds) -> Bounds {
        Bounds(saturating(a.low, b.low, .plus), saturating(a.high, b.high, .plus))
    }

    static func - (a: Bounds, b: Bounds) -> Bounds {
        Bounds(saturating(a.low, b.high, .minus), saturating(a.high, b.low, .minus))
    }

    static func * (a: Bounds, b: Bounds) -> Bounds {
        if a.isExact, b.isExact { return Bounds(saturating(a.low, b.low, .times)) }
        let products = [
            saturating(a.low, b.low, .times), saturating(a.low, b.high, .times), saturating(a.high, b.low, .times),
            saturating(a.high, b.high, .times),
        ]
        return Bounds(products.min() ?? .min, products.max() ?? .max)
    }

    /// `partsPerMillion` of this, to the nearest unit, half away from zero.
    func share(_ partsPerMillion: Bounds) -> Bounds {
        func part(_ value: Int64, _ share: Int64) -> Int64 {
            if value == .min || value == .max { return share == 0 ? 0 : value }
            return (try? Money(fen: value).multiplied(by: Rate(partsPerMillion: share)).fen) ?? .max
        }
        return Bounds(part(low, partsPerMillion.low), part(high, partsPerMillion.high))
    }

    /// So much of this as `part` is of `whole`, at most all of it, to the nearest unit, half away from zero; open where the
    /// whole may be nothing.
    func prorated(_ part: Bounds, of whole: Bounds) -> Bounds {
        func ratio(_ value: Int64, _ part: Int64, _ whole: Int64) -> Int64 {
            guard part < whole else { return value }
            guard part > 0 else { return 0 }
            let (quotient, rest) = whole.dividingFullWidth(value.multipliedFullWidth(by: part))
            return quotient + (rest >= whole - rest ? 1 : 0)
        }
        let most = max(high, 0)
        guard whole.low > 0, low >= 0 else { return Bounds(0, most) }
        return Bounds(
            ratio(low, max(part.low, 0), whole.high),
            most == .max ? .max : ratio(most, max(part.high, 0), whole.low)
        )
    }

    /// Each end through a function that never falls.
    @inline(__always)
    func mapped(_ monotone: (Int64) -> Int64) -> Bounds {
        if isExact { return Bounds(monotone(low)) }
        return Bounds(low == .min ? .min : monotone(low), high == .max ? .max : monotone(high))
    }

    func union(_ other: Bounds) -> Bounds { Bounds(min(low, other.low), max(high, other.high)) }

    private enum Operation { case plus, minus, times }

    private static func saturating(_ a: Int64, _ b: Int64, _ operation: Operation) -> Int64 {
        let (value, overflow) =
            switch operation {
            case .plus: a.addingReportingOverflow(b)
            case .minus: a.subtractingReportingOverflow(b)
            case .times: a.multipliedReportingOverflow(by: b)
            }
        guard overflow else { return value }
        switch operation {
        case .plus: return a > 0 ? .max : .min
        case .minus: return a >= 0 && b < 0 ? .max : .min
        case .times: return (a < 0) == (b < 0) ? .max : .min
        }
    }
}
