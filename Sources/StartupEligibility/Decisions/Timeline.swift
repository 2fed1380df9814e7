import Zones

/// An answer for every day: each step holds from its day to the day before the next one; before the first it is no.
struct Timeline: Sendable, Hashable {
    struct Step: Sendable, Hashable {
        let from: Int64
        let value: Ternary
    }

    private(set) var steps: [Step] = []

    /// Goes on with a value from a day on; days must not fall.
    mutating func add(_ value: Ternary, from day: Int64) {
        if let last = steps.last {
            if last.from == day { steps.removeLast() }
            if steps.last?.value ?? .no == value { return }
        } else if value == .no {
            return
        }
        steps.append(Step(from: day, value: value))
    }

    func value(on day: Int64) -> Ternary {
        steps.last { $0.from <= day }?.value ?? .no
    }

    /// The days of yes.
    var windows: [Window] {
        var windows: [Window] = []
        for (index, step) in steps.enumerated() where step.value == .yes {
            guard let from = Self.day(step.from) else { continue }
            let next = index + 1 < steps.count ? steps[index + 1].from - 1 : nil
            windows.append(Window(from: from, until: next.flatMap(Self.day)))
        }
        return windows
    }

    static func day(_ number: Int64) -> Day? {
        Int32(exactly: number).flatMap { try? Day(daysSinceEpoch2000: $0) }
    }

    /// The best answer on any day up to each day: what was met once stays met.
    var everSince: Timeline {
        var result = Timeline()
        var best = Ternary.no
        for step in steps where step.value.rawValue > best.rawValue {
            best = step.value
            result.add(best, from: step.from)
        }
        return result
    }
}

extension Rulebook {
    private static let firstDay = Int64(Day.first.daysSinceEpoch2000)
    private static let lastDay = Int64(Day.last.daysSinceEpoch2000)

    private var validFrom: Int64 { Int64(version.validFrom.daysSinceEpoch2000) }
    private var validUntil: Int64 { Int64((version.validUntil ?? .last).daysSinceEpoch2000) }
    private var lateUntil: Int64? { version.lateClaimUntil.map { Int64($0.daysSinceEpoch2000) } }

    /// Whether the version applies on a day, whatever the conditions say.
    func inForce(_ scene: inout Scene, on day: Int64) -> Ternary {
        switch version.anchor {
        case .application: return Ternary(validFrom <= day && day <= max(validUntil, lateUntil ?? validUntil))
        case .conditionsMet: return Ternary(validFrom <= day && day <= (lateUntil ?? Self.lastDay))
        case .fact: return anchored(scene) && Ternary(day <= (lateUntil ?? Self.lastDay))
        }
    }

    private func anchored(_ scene: Scene) -> Ternary {
        guard let anchorSlot, case .number(let day) = scene.values[anchorSlot] else { return .unknown }
        return Ternary(validFrom <= day && day <= validUntil)
    }

    /// The verdict of every day.
    func timeline(_ scene: inout Scene) -> Timeline {
        switch version.anchor {
        case .application:
            var timeline = conditions(&scene, validFrom, validUntil)
            guard let lateUntil, lateUntil > validUntil else { return timeline }
            timeline.add(timeline.everSince.value(on: lateUntil), from: validUntil + 1)
            timeline.add(.no, from: lateUntil + 1)
            return timeline
        case .conditionsMet:
            var timeline = conditions(&scene, validFrom, validUntil).everSince
            if let lateUntil { timeline.cut(after: lateUntil) }
            return timeline
        case .fact:
            let anchored = anchored(scene)
            guard anchored != .no else { return Timeline() }
            let all = conditions(&scene, Self.firstDay, lateUntil ?? Self.lastDay)
            return anchored == .yes ? all : all.capped(at: .unknown)
        }
    }

    /// What the clauses say from one day to another; no outside.
    private func conditions(_ scene: inout Scene, _ first: Int64, _ last: Int64) -> Timeline {
        var timeline = Timeline()
        let day = scene.day
        defer { scene.day = day }
        for (index, era) in eras.enumerated() {
            let from = max(first, era.from)
            let to = min(last, index + 1 < eras.count ? eras[index + 1].from - 1 : last)
            if from <= to { era.walk(&scene, from, to, &timeline) }
        }
        if last < Self.lastDay { timeline.add(.no, from: last + 1) }
        return timeline
    }
}

extension Timeline {
    mutating func cut(after day: Int64) {
        steps.removeAll { $0.from > day }
        add(.no, from: day + 1)
    }

    func capped(at limit: Ternary) -> Timeline {
        var result = Timeline()
        for step in steps { result.add(step.value && limit, from: step.from) }
        return result
    }
}

extension Rulebook.Era {
    /// One day on which a clause may change.
    private struct Change {
        let day: Int64
        let clause: Int
    }

    /// Evaluates the clauses on the first day and then each only on the days on which it may change.
    fileprivate func walk(_ scene: inout Scene, _ from: Int64, _ to: Int64, _ timeline: inout Timeline) {
        scene.day = from
        var yes: UInt64 = 0
        var no: UInt64 = 0
        var changes: [Change] = []
        var days: [Int64] = []
        for index in clauses.indices {
            mark(index, &scene, &yes, &no)
            guard clauses[index].usesDay else { continue }
            days.removeAll(keepingCapacity: true)
            clauses[index].test.changes(&scene, into: &days)
            for day in days where day > from && day <= to { changes.append(Change(day: day, clause: index)) }
        }
        timeline.add(verdict(yes: yes, no: no), from: from)
        changes.sort { $0.day < $1.day }
        var index = 0
        while index < changes.count {
            let day = changes[index].day
            scene.day = day
            while index < changes.count, changes[index].day == day {
                mark(changes[index].clause, &scene, &yes, &no)
                index += 1
            }
            timeline.add(verdict(yes: yes, no: no), from: day)
        }
    }
}
