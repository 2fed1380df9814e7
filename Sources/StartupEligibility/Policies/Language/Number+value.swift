import Zones

/// What an evaluation looks at: the facts, one row of a list where there is one, and the day in question.
struct Scene {
    let values: [FactValue]
    var row: [FactValue] = []
    var day: Int64
    /// For the formulas of staged benefits.
    var remainder = Bounds.unknown

    init(_ facts: FactSheet, _ day: Day) {
        values = facts.values
        self.day = Int64(day.daysSinceEpoch2000)
    }

    @inline(__always)
    func number(_ reference: Reference) -> Bounds {
        let value =
            switch reference {
            case .fact(let slot): values[slot]
            case .cell(let column): row[column]
            }
        guard case .number(let number) = value else { return .unknown }
        return Bounds(number)
    }
}

extension Number {
    /// The number, or the limits between which it lies.
    func bounds(_ scene: inout Scene) -> Bounds {
        switch self {
        case .constant(let value): return Bounds(value)
        case .value(let reference): return scene.number(reference)
        case .day: return Bounds(scene.day)
        case .later(let number, let months, let days):
            return number.bounds(&scene).mapped { Self.later($0, months: months, days: days) }
        case .edge(let edge, let number): return number.bounds(&scene).mapped { Self.edge(edge, $0) }
        case .age(let birth, let on):
            let birth = birth.bounds(&scene)
            let on = on.bounds(&scene)
            guard birth.isExact, on.isExact else { return .unknown }
            return Bounds(Self.age(birth.low, on.low))
        case .rows(let rows): return rows.bounds(&scene)
        case .plus(let a, let b): return a.bounds(&scene) + b.bounds(&scene)
        case .minus(let a, let b): return a.bounds(&scene) - b.bounds(&scene)
        case .times(let a, let b): return a.bounds(&scene) * b.bounds(&scene)
        case .share(let rate, let of): return of.bounds(&scene).share(rate.bounds(&scene))
        case .prorated(let amount, let part, let whole):
            return amount.bounds(&scene).prorated(part.bounds(&scene), of: whole.bounds(&scene))
        case .least(let numbers):
            return numbers.map { $0.bounds(&scene) }.reduce(Bounds(.max)) {
                Bounds(min($0.low, $1.low), min($0.high, $1.high))
            }
        case .greatest(let numbers):
            return numbers.map { $0.bounds(&scene) }.reduce(Bounds(.min)) {
                Bounds(max($0.low, $1.low), max($0.high, $1.high))
            }
        case .steps(let count, let steps, let rest): return Self.steps(count.bounds(&scene), steps, rest, &scene)
        case .choose(let tests, let then, let otherwise):
            switch tests.value(&scene) {
            case .yes: return then.bounds(&scene)
            case .no: return otherwise.bounds(&scene)
            case .unknown: return then.bounds(&scene).union(otherwise.bounds(&scene))
            }
        case .remainder: return scene.remainder
        }
    }

    /// The total of what each of `count` units earns by its step.
    private static func steps(_ count: Bounds, _ steps: [Step], _ rest: Number, _ scene: inout Scene) -> Bounds {
        var total = Bounds(0)
        var taken: Int64 = 0
        for step in steps {
            let units = count.mapped { min(max($0, taken), step.limit) - taken }
            total = total + Self.units(units, limit: step.limit - taken) * step.each.bounds(&scene)
            taken = step.limit
        }
        return total + Self.units(count.mapped { max($0, taken) - taken }, limit: .max) * rest.bounds(&scene)
    }

    /// An unknown count is at least none.
    private static func units(_ bounds: Bounds, limit: Int64) -> Bounds {
        Bounds(max(bounds.low, 0), min(bounds.high, limit))
    }

    static func later(_ day: Int64, months: Int, days: Int) -> Int64 {
        guard let start = Int32(exactly: day).flatMap({ try? Day(daysSinceEpoch2000: $0) }) else { return day }
        let moved = (try? start.adding(months: months)) ?? (months > 0 ? Day.last : Day.first)
        return Int64(moved.daysSinceEpoch2000) + Int64(days)
    }

    static func edge(_ edge: CalendarEdge, _ day: Int64) -> Int64 {
        guard let start = Int32(exactly: day).flatMap({ try? Day(daysSinceEpoch2000: $0) }) else { return day }
        let (year, month, _) = start.parts
        let found: Day? =
            switch edge {
            case .monthStart: start.firstOfMonth
            case .monthEnd: start.lastOfMonth
            case .yearStart: try? Day(year: year, month: 1, day: 1)
            case .yearEnd: try? Day(year: year, month: 12, day: 31)
            case .schoolYearStart: try? Day(year: month >= 7 ? year : year - 1, month: 7, day: 1)
            }
        return found.map { Int64($0.daysSinceEpoch2000) } ?? day
    }

    static func age(_ birth: Int64, _ on: Int64) -> Int64 {
        guard let born = Int32(exactly: birth).flatMap({ try? Day(daysSinceEpoch2000: $0) }),
            let day = Int32(exactly: on).flatMap({ try? Day(daysSinceEpoch2000: $0) })
        else { return 0 }
        return Int64(born.fullYears(until: day))
    }
}
