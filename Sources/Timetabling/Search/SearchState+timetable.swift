extension SearchState {
    /// The timetable of the best state seen: every lecture with a place, less those that a clash forbids.
    ///
    /// Of two that clash the one with more clashes goes; whoever then fits somewhere without harm is put there.
    func timetable(_ best: Annealing.Snapshot) -> Timetable {
        restore(best)
        while let worst = (0..<model.lectures).filter({ hasPlace($0) && clashes($0) > 0 })
            .max(by: { clashes($0) < clashes($1) })
        {
            remove(worst)
        }
        for lecture in 0..<model.lectures where !hasPlace(lecture) { place(lecture) }
        var places: [[Timetable.Place?]] = []
        var lecture = 0
        for course in model.problem.courses {
            places.append(
                (lecture..<lecture + course.lectures).map {
                    hasPlace($0) ? Timetable.Place(period: Int(period[$0]), room: Int(room[$0])) : nil
                }
            )
            lecture += course.lectures
        }
        return Timetable(places: places)
    }

    private func hasPlace(_ lecture: Int) -> Bool { Int(room[lecture]) < rooms }

    /// Lectures with a place that clash with this one; those without are nowhere.
    private func clashes(_ lecture: Int, at target: Int? = nil) -> Int {
        let course = Int(courseOf[lecture])
        let target = target ?? Int(period[lecture])
        return (0..<rooms).count { room in
            let other = slot[target * rooms + room]
            return other >= 0 && Int(other) != lecture
                && model.clash[course * model.courses + Int(courseOf[Int(other)])]
        }
    }

    private func remove(_ lecture: Int) {
        move(lecture, to: Int(period[lecture]), rooms, change(moving: lecture, to: Int(period[lecture]), rooms))
    }

    private func place(_ lecture: Int) {
        let course = Int(courseOf[lecture])
        for target in 0..<periods where available[course * periods + target] && clashes(lecture, at: target) == 0 {
            for room in 0..<rooms
            where suits[course * (rooms + 1) + room] && slot[target * rooms + room] == Self.free {
                return move(lecture, to: target, room, change(moving: lecture, to: target, room))
            }
        }
    }

    private func restore(_ best: Annealing.Snapshot) {
        for lecture in 0..<model.lectures { remove(lecture) }
        for lecture in 0..<model.lectures {
            let (target, place) = (Int(best.period[lecture]), Int(best.room[lecture]))
            move(lecture, to: target, place, change(moving: lecture, to: target, place))
        }
    }
}
