import Zones

/// Days from one to another, both included; `until` nil while no end is known.
public struct Window: Sendable, Hashable {
    public let from: Day
    public let until: Day?

    public init(from: Day, until: Day?) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: Day) -> Bool { from <= day && day <= (until ?? .last) }

    /// Days that are left on a day within it, that day not counted; nil without an end.
    public func daysLeft(on day: Day) -> Int? { until.map { day.days(until: $0) } }
}

/// The answer for one set of facts, one version and one day.
public struct Decision: Sendable, Hashable {
    public let day: Day
    public let verdict: Ternary
    /// Bit n is set where clause n holds, on that day.
    public let yes: UInt64
    /// Bit n is set where clause n does not hold; clauses in neither are unknown.
    public let no: UInt64
    /// Whether the version applies to the day at all.
    public let inForce: Ternary
    /// All days on which the verdict is yes, as long as the facts stay as they are.
    public let windows: [Window]

    /// Whether clause `index` holds.
    public func outcome(_ index: Int) -> Ternary {
        if yes & 1 << UInt64(index) != 0 { return .yes }
        return no & 1 << UInt64(index) != 0 ? .no : .unknown
    }

    /// The window that matters on the day: the one that it lies in, else the next, else the last.
    public var window: Window? {
        windows.first { $0.contains(day) } ?? windows.first { $0.from > day } ?? windows.last
    }
}

/// The one engine: decides for one person, for everybody and for what-if alike.
///
/// Pure and total: unknown facts give unknown answers by Kleene's logic, and every clause is evaluated.
public func assess(_ facts: FactSheet, _ rules: Rulebook, on day: Day) -> Decision {
    let number = Int64(day.daysSinceEpoch2000)
    let (yes, no) = rules.clauses(facts, on: day)
    var scene = Scene(facts, day)
    let timeline = rules.timeline(&scene)
    return Decision(
        day: day,
        verdict: timeline.value(on: number),
        yes: yes,
        no: no,
        inForce: rules.inForce(&scene, on: number),
        windows: timeline.windows
    )
}

extension Rulebook {
    /// Every clause on one day: bit n is set in `yes` where clause n holds, in `no` where it does not.
    public func clauses(_ facts: FactSheet, on day: Day) -> (yes: UInt64, no: UInt64) {
        var scene = Scene(facts, day)
        let era = era(on: scene.day)
        var yes: UInt64 = 0
        var no: UInt64 = 0
        for index in era.clauses.indices { era.mark(index, &scene, &yes, &no) }
        return (yes, no)
    }
}

extension Rulebook.Era {
    /// Evaluates one clause into its bit.
    @inline(__always)
    func mark(_ index: Int, _ scene: inout Scene, _ yes: inout UInt64, _ no: inout UInt64) {
        let bit: UInt64 = 1 << UInt64(index)
        yes &= ~bit
        no &= ~bit
        switch clauses[index].test.value(&scene) {
        case .yes: yes |= bit
        case .no: no |= bit
        case .unknown: break
        }
    }

    /// All groups, each by any of its alternatives.
    @inline(__always)
    func verdict(yes: UInt64, no: UInt64) -> Ternary {
        var result = Ternary.yes
        for alternatives in groups {
            var group = Ternary.no
            for mask in alternatives {
                let alternative: Ternary = yes & mask == mask ? .yes : no & mask != 0 ? .no : .unknown
                group = group || alternative
            }
            result = result && group
        }
        return result
    }
}
