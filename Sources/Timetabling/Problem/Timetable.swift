/// A place for every lecture, or none for those that found no place.
public struct Timetable: Sendable, Hashable {
    /// Where one lecture is held.
    public struct Place: Sendable, Hashable {
        /// Counted from 0 through all days.
        public let period: Int
        /// The room's position in the problem.
        public let room: Int

        public init(period: Int, room: Int) {
            self.period = period
            self.room = room
        }
    }

    /// For each course, in the problem's order, its lectures' places; nil for a lecture without one.
    public var places: [[Place?]]

    public init(places: [[Place?]]) {
        self.places = places
    }

    /// How many lectures have no place.
    public var unplaced: Int { places.reduce(0) { $0 + $1.count { $0 == nil } } }

    /// How many lectures are held elsewhere or at another time than in `other`; lectures of one course are alike.
    public func moved(from other: Timetable) -> Int {
        var moved = 0
        for (mine, theirs) in zip(places, other.places) {
            var left: [Place?: Int] = [:]
            for place in theirs { left[place, default: 0] += 1 }
            for place in mine {
                if let count = left[place], count > 0 { left[place] = count - 1 } else { moved += 1 }
            }
        }
        return moved
    }
}
