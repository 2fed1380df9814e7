import Timetabling
import Zones

extension TimetableDraft {
    /// A limit that a timetable goes beyond, and the periods of it that may stay.
    struct Excess {
        let limit: HourLimit
        let kept: Set<Int>
    }

    /// The limits that a timetable goes beyond; of each the earliest lectures stay that the hours allow.
    func excesses(of timetable: Timetable) -> [Excess] {
        limits.compactMap { limit -> Excess? in
            var used: [(period: Int, hours: Int)] = []
            for (index, places) in timetable.places.enumerated() {
                for case let place? in places where isMeant(limit, index, place) {
                    used.append((place.period, hours(courses[index], place.period)))
                }
            }
            guard used.reduce(0, { $0 + $1.hours }) > limit.left else { return nil }
            var left = limit.left
            var kept: Set<Int> = []
            for use in used.sorted(by: { $0.period < $1.period }) where use.hours <= left {
                left -= use.hours
                kept.insert(use.period)
            }
            return Excess(limit: limit, kept: kept)
        }
    }

    private func isMeant(_ limit: HourLimit, _ course: Int, _ place: Timetable.Place) -> Bool {
        guard limit.days.contains(day(place.period)) else { return false }
        return limit.holder == .venue
            ? rooms[place.room].code == limit.resource : courses[course].instructor == limit.resource
    }

    private func day(_ period: Int) -> Day { days[period / slots.slots.count] }

    /// The training hours of a lecture in a period.
    private func hours(_ course: Course, _ period: Int) -> Int {
        let slot = slots.slots[period % slots.slots.count].minutes
        return (course.minutes > 0 ? min(course.minutes, slot) : slot) / 45
    }

    /// Takes the instructor or the room of each limit away at all its times but those that may stay: whatever is found
    /// then keeps the limit.
    mutating func close(_ excesses: [Excess]) {
        for excess in excesses {
            let limit = excess.limit
            var shut: [TimeSpan] = []
            for period in 0..<days.count * slots.slots.count
            where limit.days.contains(day(period)) && !excess.kept.contains(period) {
                shut.append(span(period))
            }
            if limit.holder == .venue {
                for index in rooms.indices where rooms[index].code == limit.resource {
                    rooms[index].blocked += shut
                }
            } else {
                for index in courses.indices where courses[index].instructor == limit.resource {
                    courses[index].blocked += shut
                }
            }
        }
    }

    /// A timetable without the lectures that go beyond a limit.
    func trimmed(_ timetable: Timetable, _ excesses: [Excess]) -> Timetable {
        var trimmed = timetable
        for excess in excesses {
            for (index, places) in timetable.places.enumerated() {
                for (number, place) in places.enumerated() {
                    guard let place, isMeant(excess.limit, index, place), !excess.kept.contains(place.period)
                    else {
                        continue
                    }
                    trimmed.places[index][number] = nil
                }
            }
        }
        return trimmed
    }
}
