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
    private let lecturesOn: Scratch<Int32>
    private let daysUsed: Scratch<Int32>
    /// `course * (rooms + 1) + room`
    private let lecturesIn: Scratch<Int32>
    /// Real rooms that a course uses.
    private let roomsUsed: Scratch<Int32>
    /// `curriculum * periods + period`
    private let curriculumAt: Scratch<Int32>
    /// `curriculum * days + day`: a bit for each period with a lecture.
    private let busy: Scratch<UInt32>
    /// `day * periodsPerDay + …` taken apart once.
    let dayOf: Scratch<Int32>
    let bitOf: Scratch<UInt32>

    let homePeriod: Scratch<Int32>
    let homeRoom: Scratch<Int32>

    private let clash: Scratch<Bool>
    let available: Scratch<Bool>
    let suits: Scratch<Bool>
    private let overflow: Scratch<Int32>
    private let minimumDays: Scratch<Int32>
    private let rivals: Scratch<Int32>
    private let rivalStart: Scratch<Int32>
    private let curricula: Scratch<Int32>
    private let curriculumStart: Scratch<Int32>
    private let member: Scratch<Bool>

    let rooms: Int
    let periods: Int
    private let days: Int
    private let courses: Int

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

    // MARK: The price of a move

    @inline(__always)
    private func isolated(_ mask: UInt32) -> Int32 {
        Int32(truncatingIfNeeded: (mask & ~(mask << 1) & ~(mask >> 1)).nonzeroBitCount)
    }

    /// What moving one lecture of `course` from one period to another does to the gaps of its curricula, in isolated
    /// lectures; curricula that `partner` shares are left out, for the partner goes the other way.
    @inline(__always)
    private func gaps(_ course: Int, _ from: Int, _ to: Int, partner: Int) -> Int32 {
        var delta: Int32 = 0
        let fromDay = Int(dayOf[from])
        let toDay = Int(dayOf[to])
        let fromBit = bitOf[from]
        let toBit = bitOf[to]
        for index in Int(curriculumStart[course])..<Int(curriculumStart[course + 1]) {
            let curriculum = Int(curricula[index])
            if partner >= 0 && member[curriculum &* courses &+ partner] { continue }
            let before = busy[curriculum &* days &+ fromDay]
            let left = curriculumAt[curriculum &* periods &+ from] == 1 ? before & ~fromBit : before
            if fromDay == toDay {
                delta &+= isolated(left | toBit) &- isolated(before)
            } else {
                let there = busy[curriculum &* days &+ toDay]
                delta &+= isolated(left) &- isolated(before) &+ isolated(there | toBit) &- isolated(there)
            }
        }
        return delta
    }

    /// Soft points of `course` that change when one of its lectures goes from `(from, old)` to `(to, new)`.
    @inline(__always)
    private func softChange(_ course: Int, _ from: Int, _ old: Int, _ to: Int, _ new: Int, partner: Int) -> Int32 {
        var delta: Int32 = 0
        if old != new {
            let row = course &* (rooms &+ 1)
            delta &+= overflow[row &+ new] &- overflow[row &+ old]
            var used = roomsUsed[course]
            let before = max(0, used &- 1)
            if old < rooms && lecturesIn[row &+ old] == 1 { used &-= 1 }
            if new < rooms && lecturesIn[row &+ new] == 0 { used &+= 1 }
            delta &+= max(0, used &- 1) &- before
        }
        if from != to {
            let fromDay = Int(dayOf[from])
            let toDay = Int(dayOf[to])
            if fromDay != toDay {
                let used = daysUsed[course]
                var after = used
                if lecturesOn[course &* days &+ fromDay] == 1 { after &-= 1 }
                if lecturesOn[course &* days &+ toDay] == 0 { after &+= 1 }
                if after != used {
                    let wanted = minimumDays[course]
                    delta &+= 5 &* (max(0, wanted &- after) &- max(0, wanted &- used))
                }
            }
            delta &+= 2 &* gaps(course, from, to, partner: partner)
        }
        return delta
    }

    @inline(__always)
    private func homeChange(_ lecture: Int, _ period: Int, _ room: Int) -> Int32 {
        isAway(lecture, period, room) &- isAway(lecture, Int(self.period[lecture]), Int(self.room[lecture]))
    }

    @inline(__always)
    private func isAway(_ lecture: Int, _ period: Int, _ room: Int) -> Int32 {
        homePeriod[lecture] == Int32(truncatingIfNeeded: period) && homeRoom[lecture] == Int32(truncatingIfNeeded: room)
            ? 0 : 1
    }

    /// What a move does: hard violations, soft points, lectures away from home.
    struct Change {
        var hard: Int32
        var soft: Int32
        var moved: Int32
    }

    /// What putting a lecture into a free place, or into the waiting room, would do.
    @inline(__always)
    func change(moving lecture: Int, to target: Int, _ newRoom: Int) -> Change {
        let course = Int(courseOf[lecture])
        let from = Int(period[lecture])
        let old = Int(room[lecture])
        var hard: Int32 = (newRoom == rooms ? 1 : 0) &- (old == rooms ? 1 : 0)
        if from != target {
            hard &+= rivalsAt[course &* periods &+ target] &- (rivalsAt[course &* periods &+ from] &- 1)
        }
        return Change(
            hard: hard,
            soft: softChange(course, from, old, target, newRoom, partner: -1),
            moved: homeWeight == 0 ? 0 : homeChange(lecture, target, newRoom)
        )
    }

    /// What exchanging the places of two lectures of different courses would do.
    @inline(__always)
    func change(swapping one: Int, _ two: Int) -> Change {
        let course = Int(courseOf[one])
        let other = Int(courseOf[two])
        let from = Int(period[one])
        let to = Int(period[two])
        let old = Int(room[one])
        let new = Int(room[two])
        var hard: Int32 = 0
        if from != to {
            hard &+= rivalsAt[course &* periods &+ to] &- (rivalsAt[course &* periods &+ from] &- 1)
            hard &+= rivalsAt[other &* periods &+ from] &- (rivalsAt[other &* periods &+ to] &- 1)
            if clash[course &* courses &+ other] { hard &-= 2 }
        }
        return Change(
            hard: hard,
            soft: softChange(course, from, old, to, new, partner: other)
                &+ softChange(other, to, new, from, old, partner: course),
            moved: homeWeight == 0 ? 0 : homeChange(one, to, new) &+ homeChange(two, from, old)
        )
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
