import Timetabling
import Zones

/// What a timetable is made from: courses with lectures to place, rooms, days and slots, and everything that is taken.
///
/// It knows no database; `problem()` is what is searched, `lines` what a found timetable means.
public struct TimetableDraft: Sendable {
    public struct Course: Sendable, Hashable {
        /// The course's code; for a repair with what sets its sessions apart.
        public var id: String
        public var course: Code
        public var cohort: Code
        public var instructor: Code?
        public var lectures: Int
        public var minimumDays: Int
        public var people: Int
        public var features: [String]
        /// How long a lecture takes at least; 0 for as long as the slot.
        public var minutes: Int
        /// When the cohort, its trainees or the instructor are taken or away.
        public var blocked: [TimeSpan]
        /// When the instructor can be had; none for always.
        public var hours: OpeningHours
    }

    public struct Room: Sendable, Hashable {
        public var code: Code
        public var capacity: Int
        public var features: [String]
        public var blocked: [TimeSpan]
        public var hours: OpeningHours
        /// The days for which another zone lends it; nil for a room of our own.
        public var lent: [ClosedRange<Day>]?
    }

    public var days: [Day]
    public var slots: DaySlots
    public var courses: [Course]
    public var rooms: [Room]
    /// Cohorts that share trainees, by pairs.
    public var sharing: [[Code]]
    /// Hours that instructors and rooms have left.
    public var limits: [HourLimit] = []

    /// The problem to search; refuses `SCH16` what makes none.
    func problem() throws(ScheduleRejection) -> TimetablingProblem {
        guard !courses.isEmpty else { throw .nothingToPlan(.noLectures) }
        guard !rooms.isEmpty else { throw .nothingToPlan(.noRooms) }
        guard !days.isEmpty, !slots.slots.isEmpty else { throw .nothingToPlan(.noDays) }
        do {
            return try TimetablingProblem(
                name: "schedule",
                days: days.count,
                periodsPerDay: slots.slots.count,
                courses: courses.map(course),
                rooms: rooms.map { room in
                    TimetablingProblem.Room(
                        id: room.code.text,
                        capacity: room.capacity,
                        unavailable: periods { !room.isFree($0) }
                    )
                },
                curricula: curricula
            )
        } catch {
            throw .nothingToPlan(.tooLarge("\(error)"))
        }
    }

    private func course(_ course: Course) -> TimetablingProblem.Course {
        TimetablingProblem.Course(
            id: course.id,
            // Lectures that nobody gives yet exclude no others.
            teacher: course.instructor?.text ?? "-" + course.id,
            lectures: course.lectures,
            minimumDays: min(course.minimumDays, days.count),
            students: course.people,
            unavailable: periods { !course.isFree($0) },
            rooms: Set(rooms.indices.filter { rooms[$0].suits(course) })
        )
    }

    /// A cohort's courses exclude each other, and those of two cohorts that share trainees.
    private var curricula: [TimetablingProblem.Curriculum] {
        let cohorts = Set(courses.map(\.cohort)).sorted().map { [$0] }
        return (cohorts + sharing).map { group in
            TimetablingProblem.Curriculum(
                id: group.map(\.text).joined(separator: "+"),
                courses: courses.indices.filter { group.contains(courses[$0].cohort) }
            )
        }
    }

    private func periods(where isTaken: (TimeSpan) -> Bool) -> Set<Int> {
        var taken: Set<Int> = []
        for (index, day) in days.enumerated() {
            for (position, slot) in slots.slots.enumerated() where isTaken(slot.on(day)) {
                taken.insert(index * slots.slots.count + position)
            }
        }
        return taken
    }

    /// The time of a period.
    func span(_ period: Int) -> TimeSpan {
        slots.slots[period % slots.slots.count].on(days[period / slots.slots.count])
    }

    /// The period that a session has; nil for one outside the days and slots.
    func period(_ span: TimeSpan) -> Int? {
        guard let day = days.firstIndex(of: span.starts.day),
            let slot = slots.slots.firstIndex(where: {
                $0.from == span.starts.timeOfDay && $0.until >= span.ends.timeOfDay
            })
        else { return nil }
        return day * slots.slots.count + slot
    }
}

extension TimetableDraft.Course {
    fileprivate func isFree(_ span: TimeSpan) -> Bool {
        guard Int(span.starts.duration(until: span.ends).components.seconds / 60) >= minutes else { return false }
        return hours.cover(span) && !blocked.contains { $0.overlaps(span) }
    }
}

extension TimetableDraft.Room {
    fileprivate func isFree(_ span: TimeSpan) -> Bool {
        let day = span.starts.day
        return hours.cover(span) && !blocked.contains { $0.overlaps(span) }
            && lent?.contains { $0.contains(day) } ?? true
    }

    fileprivate func suits(_ course: TimetableDraft.Course) -> Bool {
        capacity >= course.people && course.features.allSatisfy(features.contains)
    }
}

extension OpeningHours {
    /// Whether a time lies within the hours; without any, always.
    func cover(_ span: TimeSpan) -> Bool {
        spans.isEmpty
            || spans.contains {
                $0.weekday == span.starts.day.weekday && $0.opens <= span.starts.timeOfDay.minutes
                    && span.ends.timeOfDay.minutes <= $0.closes
            }
    }
}
