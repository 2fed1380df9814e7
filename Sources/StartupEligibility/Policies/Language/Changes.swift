import Zones

// On which days an answer may become another one. The days found are a superset: evaluation decides, so a needless day
// costs time and a missing one would be a wrong window.

extension Test {
    /// Appends every day on which the test's answer may differ from the day before.
    func changes(_ scene: inout Scene, into days: inout [Int64]) {
        guard usesDay else { return }
        switch self {
        case .compare(let a, _, let b):
            if a.followsDay {
                a.passes(b.bounds(&scene), &scene, into: &days)
            } else if b.followsDay {
                b.passes(a.bounds(&scene), &scene, into: &days)
            } else {
                a.changes(&scene, into: &days)
                b.changes(&scene, into: &days)
            }
        case .flag, .code, .sameCode: return
        case .all(let tests): for test in tests { test.changes(&scene, into: &days) }
        case .not(let test): test.changes(&scene, into: &days)
        }
    }
}

extension Number {
    /// For a number that rises with the day: the first days on which it reaches and passes a threshold's limits.
    fileprivate func passes(_ threshold: Bounds, _ scene: inout Scene, into days: inout [Int64]) {
        for limit in threshold.isExact ? [threshold.low] : [threshold.low, threshold.high] {
            guard limit != .min, limit != .max else { continue }
            if let first = firstDay(reaching: limit, &scene) { days.append(first) }
            if let second = firstDay(reaching: limit + 1, &scene) { days.append(second) }
        }
    }

    private func firstDay(reaching limit: Int64, _ scene: inout Scene) -> Int64? {
        if self == .day { return limit }
        let day = scene.day
        defer { scene.day = day }
        var (low, high) = bracket(limit, &scene)
        func reaches(_ candidate: Int64, _ scene: inout Scene) -> Bool {
            scene.day = candidate
            return bounds(&scene).low >= limit
        }
        let first = Int64(Day.first.daysSinceEpoch2000)
        let last = Int64(Day.last.daysSinceEpoch2000)
        // A guess that does not hold is given up for the whole calendar.
        if low < first || reaches(low, &scene) { low = first }
        if high > last || !reaches(high, &scene) { high = last }
        guard reaches(high, &scene) else { return nil }
        while low < high {
            let middle = (low + high) >> 1
            if reaches(middle, &scene) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Days between which the limit is likely reached.
    private func bracket(_ limit: Int64, _ scene: inout Scene) -> (Int64, Int64) {
        switch self {
        case .later(.day, let months, let days):
            let near = Number.later(limit, months: -months, days: 0) - Int64(days)
            return (near - 5, near + 5)
        case .age(let birth, on: .day):
            let birth = birth.bounds(&scene)
            guard birth.isExact, abs(limit) < 1_000 else { return (.min, .max) }
            let near = Number.later(birth.low, months: Int(limit) * 12, days: 0)
            return (near - 3, near + 3)
        default: return (.min, .max)
        }
    }

    /// Appends every day on which a number that does not rise with the day may become another one.
    fileprivate func changes(_ scene: inout Scene, into days: inout [Int64]) {
        switch self {
        case .rows(let rows): rows.changes(&scene, into: &days)
        case .plus(let a, let b), .minus(let a, let b), .times(let a, let b), .share(let a, of: let b):
            a.changes(&scene, into: &days)
            b.changes(&scene, into: &days)
        case .age(let a, on: let b):
            a.changes(&scene, into: &days)
            b.changes(&scene, into: &days)
        case .prorated(let amount, let part, of: let whole):
            for number in [amount, part, whole] { number.changes(&scene, into: &days) }
        case .later(let number, _, _), .edge(_, let number): number.changes(&scene, into: &days)
        case .least(let numbers), .greatest(let numbers): for number in numbers { number.changes(&scene, into: &days) }
        case .steps(let count, let steps, let rest):
            count.changes(&scene, into: &days)
            for step in steps { step.each.changes(&scene, into: &days) }
            rest.changes(&scene, into: &days)
        case .choose(let tests, let a, let b):
            for test in tests { test.changes(&scene, into: &days) }
            a.changes(&scene, into: &days)
            b.changes(&scene, into: &days)
        case .constant, .value, .day, .remainder: return
        }
    }
}

extension RowNumber {
    fileprivate func changes(_ scene: inout Scene, into days: inout [Int64]) {
        guard usesDay, case .rows(let rows) = scene.values[list] else { return }
        let outer = scene.row
        defer { scene.row = outer }
        for row in rows {
            scene.row = row
            for test in conditions { test.changes(&scene, into: &days) }
            guard aggregate == .currentStreak, case .number(let day) = row[column] else { continue }
            // A run counts in its last month and in the one after it.
            for months in 0...2 {
                days.append(Number.later(Number.edge(.monthStart, day), months: months, days: 0))
            }
        }
    }
}
