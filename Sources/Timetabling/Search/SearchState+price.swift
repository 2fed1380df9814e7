extension SearchState {
    @inline(__always)
    func isolated(_ mask: UInt32) -> Int32 {
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
    func isAway(_ lecture: Int, _ period: Int, _ room: Int) -> Int32 {
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
}
