import Zones

extension RowNumber {
    /// The number drawn from the rows; rows and cells that are not known widen its limits.
    func bounds(_ scene: inout Scene) -> Bounds {
        guard case .rows(let rows) = scene.values[list] else { return aggregate.whenUnknown }
        let outer = scene.row
        defer { scene.row = outer }
        var certain: [FactValue] = []
        var possible: [FactValue] = []
        var isCertain = Bounds(0)
        for row in rows {
            scene.row = row
            switch conditions.value(&scene) {
            case .no: continue
            case .yes:
                isCertain = isCertain + Bounds(1)
                if aggregate != .count { certain.append(row[column]) }
            case .unknown:
                isCertain = isCertain + Bounds(0, 1)
                if aggregate != .count { possible.append(row[column]) }
            }
        }
        switch aggregate {
        case .count: return isCertain
        case .sum: return Self.sum(certain, possible)
        case .latest, .earliest: return Self.extreme(certain, possible, latest: aggregate == .latest)
        case .distinct: return Self.distinct(certain, possible)
        case .months, .streak, .currentStreak: return months(certain, possible, scene.day)
        }
    }

    private static func sum(_ certain: [FactValue], _ possible: [FactValue]) -> Bounds {
        var total = Bounds(0)
        for value in certain {
            if case .number(let number) = value { total = total + Bounds(number) } else { total = total + .someCount }
        }
        for value in possible {
            if case .number(let number) = value {
                total = total + Bounds(0, number)
            } else {
                total = total + .someCount
            }
        }
        return total
    }

    /// Nothing at all lies before every day as the latest and after every day as the earliest.
    private static func extreme(_ certain: [FactValue], _ possible: [FactValue], latest: Bool) -> Bounds {
        let known = certain.compactMap(\.number)
        let least = latest ? known.max() ?? .min : known.min() ?? .max
        guard known.count == certain.count else { return latest ? Bounds(least, .max) : Bounds(.min, least) }
        guard !possible.isEmpty else { return Bounds(least) }
        guard !possible.contains(where: \.isUnknown) else { return latest ? Bounds(least, .max) : Bounds(.min, least) }
        let others = possible.compactMap(\.number)
        return latest
            ? Bounds(least, max(least, others.max() ?? .min)) : Bounds(min(least, others.min() ?? .max), least)
    }

    private static func distinct(_ certain: [FactValue], _ possible: [FactValue]) -> Bounds {
        let known = Set(certain.filter { !$0.isUnknown })
        let other = Set(possible.filter { !$0.isUnknown }).subtracting(known).count
        let unknown = (certain + possible).filter(\.isUnknown).count
        let least = known.isEmpty && !certain.isEmpty ? 1 : known.count
        return Bounds(Int64(least), Int64(max(least, known.count + other + unknown)))
    }

    private func months(_ certain: [FactValue], _ possible: [FactValue], _ day: Int64) -> Bounds {
        let least = Set(certain.compactMap(\.number).compactMap(Self.month))
        let unknown = (certain + possible).filter(\.isUnknown).count
        let most = least.union(possible.compactMap(\.number).compactMap(Self.month))
        guard unknown == 0 else { return Bounds(Int64(length(least, day)), .max) }
        return Bounds(Int64(length(least, day)), Int64(length(most, day)))
    }

    /// Months, the longest run, or the run up to the day's month.
    private func length(_ months: Set<Int>, _ day: Int64) -> Int {
        switch aggregate {
        case .months: return months.count
        case .currentStreak:
            guard let now = Self.month(day) else { return 0 }
            var last = months.contains(now) ? now : now - 1
            var count = 0
            while months.contains(last) { count += 1; last -= 1 }
            return count
        default:
            var longest = 0
            for month in months where !months.contains(month - 1) {
                var length = 1
                while months.contains(month + length) { length += 1 }
                longest = max(longest, length)
            }
            return longest
        }
    }

    /// Months counted from year 0.
    static func month(_ day: Int64) -> Int? {
        guard let day = Int32(exactly: day).flatMap({ try? Day(daysSinceEpoch2000: $0) }) else { return nil }
        let (year, month, _) = day.parts
        return year * 12 + month - 1
    }
}

extension Aggregate {
    /// What is known when the list is not: a count is at least none.
    var whenUnknown: Bounds {
        switch self {
        case .latest, .earliest: .unknown
        default: .someCount
        }
    }
}

extension FactValue {
    var number: Int64? {
        if case .number(let value) = self { value } else { nil }
    }
}
