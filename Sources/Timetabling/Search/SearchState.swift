/// Where every lecture is while the search runs, with every count that the price of a move needs.
///
/// Prices are whole points: soft violations as in `TimetableCost`, and `hardWeight` for each hard one. A course is never
/// put into a period or room that does not allow it, and a real room never holds two lectures, so what can be violated
/// is clashes of courses and lectures left in the waiting room.
final class SearchState {
    let model: SearchModel
    /// Points for a clash and for a lecture without a place.
    var hardWeight: Int32 = 1
    /// Points for each lecture that is not where `home` had it; 0 outside of a repair.
    let homeWeight: Int32

    let courseOf: Scratch<Int32>
    let period: Scratch<Int32>
    let room: Scratch<Int32>
    /// `period * rooms + room`: the lecture there, `free` or `blocked`.
    let slot: Scratch<Int32>
    /// `course * periods + period`: lectures there of courses that clash with the course, its own among them.
    let rivalsAt: Scratch<Int32>
    /// `course * days + day`
    let lecturesOn: Scratch<Int32>
    let daysUsed: Scratch<Int32>
    /// `course * (rooms + 1) + room`
    let lecturesIn: Scratch<Int32>
    /// Real rooms that a course uses.
    let roomsUsed: Scratch<Int32>
    /// `curriculum * periods + period`
    let curriculumAt: Scratch<Int32>
    /// `curriculum * days + day`: a bit for each period with a lecture.
    let busy: Scratch<UInt32>
    /// `day * periodsPerDay + …` taken apart once.
    let dayOf: Scratch<Int32>
    let bitOf: Scratch<UInt32>

    let homePeriod: Scratch<Int32>
    let homeRoom: Scratch<Int32>

    let clash: Scratch<Bool>
    let available: Scratch<Bool>
    let suits: Scratch<Bool>
    let overflow: Scratch<Int32>
    let minimumDays: Scratch<Int32>
    let rivals: Scratch<Int32>
    let rivalStart: Scratch<Int32>
    let curricula: Scratch<Int32>
    let curriculumStart: Scratch<Int32>
    let member: Scratch<Bool>

    let rooms: Int
    let periods: Int
    let days: Int
    let courses: Int

    /// Hard violations and soft points as they stand.
    private(set) var hard: Int32 = 0
    private(set) var soft: Int32 = 0
    /// Lectures that are not where `home` had them.
    private(set) var moved: Int32 = 0

    static let free: Int32 = -1
    static let blocked: Int32 = -2

    /// Every lecture at home where that is allowed, else in the waiting room, in a period that its course may use.
    init(_ model: SearchModel, home: Timetable? = nil, homeWeight: Int32 = 0) {
        self.model = model
        self.homeWeight = homeWeight
        rooms = model.rooms
        periods = model.periods
        days = model.days
        courses = model.courses
        courseOf = Scratch(model.courseOf)
        period = Scratch(model.courseOf.map { Self.firstOpen(model, Int($0)) })
        room = Scratch(repeating: Int32(model.rooms), count: model.lectures)
        slot = Scratch(
            (0..<model.periods).flatMap { period in
                (0..<model.rooms).map { model.closed[$0 * model.periods + period] ? Self.blocked : Self.free }
            }
        )
        rivalsAt = Scratch(repeating: 0, count: courses * periods)
        lecturesOn = Scratch(repeating: 0, count: courses * days)
        daysUsed = Scratch(repeating: 0, count: courses)
        lecturesIn = Scratch(repeating: 0, count: courses * (rooms + 1))
        roomsUsed = Scratch(repeating: 0, count: courses)
        curriculumAt = Scratch(repeating: 0, count: model.curriculumCount * periods)
        busy = Scratch(repeating: 0, count: model.curriculumCount * days)
        dayOf = Scratch((0..<periods).map { Int32($0 / model.periodsPerDay) })
        bitOf = Scratch((0..<periods).map { UInt32(1) << UInt32($0 % model.periodsPerDay) })
        let homes = (home?.places ?? []).flatMap { $0 }
        homePeriod = Scratch((0..<model.lectures).map { Int32(homes.isEmpty ? -1 : homes[$0]?.period ?? -1) })
        homeRoom = Scratch((0..<model.lectures).map { Int32(homes.isEmpty ? -1 : homes[$0]?.room ?? -1) })
        clash = Scratch(model.clash)
        available = Scratch(model.available)
        suits = Scratch(model.suits)
        overflow = Scratch(model.overflow)
        minimumDays = Scratch(model.minimumDays)
        rivals = Scratch(model.rivals)
        rivalStart = Scratch(model.rivalStart)
        curricula = Scratch(model.curricula)
        curriculumStart = Scratch(model.curriculumStart)
        member = Scratch(model.member)
        for lecture in 0..<model.lectures { count(lecture, by: 1) }
        for lecture in 0..<model.lectures where homePeriod[lecture] >= 0 { goHome(lecture) }
        recount()
    }

    deinit {
        for scratch in [
            courseOf, period, room, slot, rivalsAt, lecturesOn, daysUsed, lecturesIn, roomsUsed, curriculumAt, dayOf,
            homePeriod, homeRoom, overflow, minimumDays, rivals, rivalStart, curricula, curriculumStart,
        ] { scratch.free() }
        for scratch in [clash, available, suits, member] { scratch.free() }
        busy.free()
        bitOf.free()
    }

    private static func firstOpen(_ model: SearchModel, _ course: Int) -> Int32 {
        let start = Int(model.openStart[course])
        return start < Int(model.openStart[course + 1]) ? model.open[start] : 0
    }

    private func goHome(_ lecture: Int) {
        let course = Int(courseOf[lecture])
        let target = Int(homePeriod[lecture])
        let wanted = Int(homeRoom[lecture])
        guard available[course * periods + target] else { return }
        leave(lecture)
        let isFree = slot[target * rooms + wanted] == Self.free && suits[course * (rooms + 1) + wanted]
        enter(lecture, target, isFree ? wanted : rooms)
    }

    // MARK: Making a move

    func move(_ lecture: Int, to target: Int, _ newRoom: Int, _ change: Change) {
        leave(lecture)
        enter(lecture, target, newRoom)
        note(change)
    }

    func swap(_ one: Int, _ two: Int, _ change: Change) {
        let (from, old) = (Int(period[one]), Int(room[one]))
        let (to, new) = (Int(period[two]), Int(room[two]))
        leave(one)
        leave(two)
        enter(one, to, new)
        enter(two, from, old)
        note(change)
    }

    @inline(__always)
    private func note(_ change: Change) {
        hard &+= change.hard
        soft &+= change.soft
        moved &+= change.moved
    }

    @inline(__always)
    private func leave(_ lecture: Int) {
        let at = Int(room[lecture])
        if at < rooms { slot[Int(period[lecture]) &* rooms &+ at] = Self.free }
        count(lecture, by: -1)
    }

    @inline(__always)
    private func enter(_ lecture: Int, _ target: Int, _ newRoom: Int) {
        period[lecture] = Int32(truncatingIfNeeded: target)
        room[lecture] = Int32(truncatingIfNeeded: newRoom)
        if newRoom < rooms { slot[target &* rooms &+ newRoom] = Int32(truncatingIfNeeded: lecture) }
        count(lecture, by: 1)
    }

    /// Adds a lecture, where it stands, to every count, or takes it out.
    private func count(_ lecture: Int, by step: Int32) {
        let course = Int(courseOf[lecture])
        let at = Int(period[lecture])
        let day = Int(dayOf[at])
        for index in Int(rivalStart[course])..<Int(rivalStart[course + 1]) {
            rivalsAt[Int(rivals[index]) &* periods &+ at] &+= step
        }
        let onDay = course &* days &+ day
        let daysBefore = lecturesOn[onDay]
        lecturesOn[onDay] = daysBefore &+ step
        if daysBefore == 0 { daysUsed[course] &+= 1 } else if daysBefore &+ step == 0 { daysUsed[course] &-= 1 }
        let inRoom = Int(room[lecture])
        let cell = course &* (rooms &+ 1) &+ inRoom
        let roomBefore = lecturesIn[cell]
        lecturesIn[cell] = roomBefore &+ step
        if inRoom < rooms {
            if roomBefore == 0 { roomsUsed[course] &+= 1 } else if roomBefore &+ step == 0 { roomsUsed[course] &-= 1 }
        }
        for index in Int(curriculumStart[course])..<Int(curriculumStart[course + 1]) {
            let curriculum = Int(curricula[index])
            let place = curriculum &* periods &+ at
            let after = curriculumAt[place] &+ step
            curriculumAt[place] = after
            if after == 0 {
                busy[curriculum &* days &+ day] &= ~bitOf[at]
            } else {
                busy[curriculum &* days &+ day] |= bitOf[at]
            }
        }
    }

    /// Counts hard violations, soft points and moved lectures from the tables.
    func recount() {
        var pairs: Int32 = 0
        var points: Int32 = 0
        var waiting: Int32 = 0
        moved = 0
        for lecture in 0..<model.lectures {
            let course = Int(courseOf[lecture])
            pairs += rivalsAt[course * periods + Int(period[lecture])] - 1
            points += overflow[course * (rooms + 1) + Int(room[lecture])]
            if Int(room[lecture]) == rooms { waiting += 1 }
            moved += isAway(lecture, Int(period[lecture]), Int(room[lecture]))
        }
        for course in 0..<courses {
            points += 5 * max(0, minimumDays[course] - daysUsed[course]) + max(0, roomsUsed[course] - 1)
        }
        for curriculum in 0..<model.curriculumCount {
            for day in 0..<days { points += 2 * isolated(busy[curriculum * days + day]) }
        }
        hard = pairs / 2 + waiting
        soft = points
    }
}
