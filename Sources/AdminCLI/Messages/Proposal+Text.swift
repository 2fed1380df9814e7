import TrainingSchedule
import Zones

extension ScheduleCommands {
    /// What a proposal costs, by kind, and how to find it again.
    static func told(_ proposal: Proposal) -> Text {
        let cost = proposal.cost
        return Text(
            "硬冲突 \(cost.hard)（未排 \(cost.unplaced)），软分 \(cost.soft)：天数不足 \(cost.minimumDays)、不连堂 "
                + "\(cost.compactness)、换教室 \(cost.roomStability)、座位 \(cost.roomCapacity)；--seed \(proposal.seed) "
                + "--moves \(proposal.moves) 可重现",
            "hard \(cost.hard) (unplaced \(cost.unplaced)), soft \(cost.soft): too few days \(cost.minimumDays), isolated "
                + "\(cost.compactness), rooms changed \(cost.roomStability), seats \(cost.roomCapacity); again with --seed "
                + "\(proposal.seed) --moves \(proposal.moves)"
        )
    }
}

extension Unplaced {
    /// Which lectures found no place, and why.
    var told: Text {
        let taken = takenBy.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        let rivals = taken.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let why =
            impossible?.told
            ?? Text(
                "不可用时段 \(unavailablePeriods)，无空场地 \(periodsWithoutRoom)，被占：\(rivals)",
                "\(unavailablePeriods) times are out of the question, \(periodsWithoutRoom) have no room, taken by: \(rivals)"
            )
        return Text(
            "\(course) 有 \(lectures) 讲排不下：\(why.zh)",
            "\(lectures) lectures of \(course) found no place: \(why.en)"
        )
    }
}

extension Unplaced.Impossibility {
    /// The count that cannot come out.
    var told: Text {
        switch self {
        case .morePeriodsNeeded(let lectures, let periods):
            Text("共 \(lectures) 讲，只有 \(periods) 个可用时段", "\(lectures) lectures, but only \(periods) times")
        case .noSuitableRoom: Text("没有合适的场地", "no room suits it")
        case .teacherOverbooked(let teacher, let lectures, let periods):
            Text(
                "讲师 \(teacher) 共 \(lectures) 讲，只有 \(periods) 个可用时段",
                "instructor \(teacher) has \(lectures) lectures, but only \(periods) times"
            )
        case .curriculumOverbooked(let curriculum, let lectures, let periods):
            Text(
                "\(curriculum) 共 \(lectures) 讲，只有 \(periods) 个可用时段",
                "\(curriculum) has \(lectures) lectures, but only \(periods) times"
            )
        case .roomsOverbooked(let lectures, let places):
            Text("共 \(lectures) 讲，场地只有 \(places) 个空档", "\(lectures) lectures, but rooms have only \(places) free times")
        }
    }
}

extension HourLimit {
    /// Hours that stand in the way of more lectures.
    var told: Text {
        switch kind {
        case .week(let monday):
            return Text(
                "讲师 \(resource) 在 \(monday) 起的一周上限 \(allowed) 学时，此前已排 \(planned)",
                "instructor \(resource) takes \(allowed) training hours in the week of \(monday), \(planned) were planned"
            )
        case .lent(let first, let last):
            let days = (first?.description ?? "") + "–" + (last?.description ?? "")
            return Text(
                "\(resource) 借给本区 \(allowed) 学时（\(days)），此前已排 \(planned)",
                "\(resource) is lent for \(allowed) training hours (\(days)), \(planned) were planned"
            )
        }
    }
}

extension PlanningProgress {
    /// How far a search is.
    var told: Text {
        Text(
            "排课 \(permille / 10) %，硬冲突 \(hard)，软分 \(soft)（Ctrl-C 停止并给出目前最好的方案）",
            "\(permille / 10) %, hard \(hard), soft \(soft) (Ctrl-C stops with the best so far)"
        )
    }
}
