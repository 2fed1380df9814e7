import TrainingSchedule
import Zones

extension ScheduleRejection: Explained {
    public var zh: String {
        switch self {
        case .roomTaken(let overlaps): overlaps.told(.zh) ?? "该时间场地已有课"
        case .instructorTaken(let overlaps): overlaps.told(.zh) ?? "该时间讲师已有课"
        case .cohortTaken(let overlaps): overlaps.told(.zh) ?? "该时间本期已有课"
        case .endsBeforeStart: "课次的结束时间须晚于开始时间"
        case .overMidnight: "课次须在开始的当天结束"
        case .hoursDoNotFit: "学时超过时间所容：每学时 45 分钟"
        case .roomTooSmall(let venue, let seats, let cohort, let people):
            "场地 \(venue) 只容 \(seats) 人，\(cohort) 有 \(people) 个名额"
        case .roomNotLent(let venue, let owner, _): "场地 \(venue) 属于 \(owner)，当日未同意借给本区"
        case .instructorNotLent(let instructor, let home): "讲师 \(instructor) 属于 \(home)，当日未同意借给本区"
        case .plannedByHost(let cohort): "\(cohort) 的课程和课次由主办区安排"
        case .taken(let noun): "\(noun.told.zh)编号已被使用"
        case .alreadyCancelled(let session): "课次 \(session) 已经取消"
        case .keptByOtherZone(let session, let zone, _): "课次 \(session) 由 \(zone) 管理"
        case .invalid(let rule): "数据不符合约束 \(rule)"
        default: more.zh
        }
    }

    public var en: String {
        switch self {
        case .roomTaken(let overlaps): overlaps.told(.en) ?? "the room has another session then"
        case .instructorTaken(let overlaps): overlaps.told(.en) ?? "the instructor has another session then"
        case .cohortTaken(let overlaps): overlaps.told(.en) ?? "the cohort has another session then"
        case .endsBeforeStart: "a session must end after it starts"
        case .overMidnight: "a session must end on the day on which it starts"
        case .hoursDoNotFit: "more training hours than fit: each takes 45 minutes"
        case .roomTooSmall(let venue, let seats, let cohort, let people):
            "room \(venue) seats \(seats), but \(cohort) has \(people) seats to fill"
        case .roomNotLent(let venue, let owner, _):
            "room \(venue) belongs to \(owner), which has not agreed to lend it to this zone on that day"
        case .instructorNotLent(let instructor, let home):
            "instructor \(instructor) belongs to \(home), which has not agreed to lend them to this zone on that day"
        case .plannedByHost(let cohort): "courses and sessions of \(cohort) are planned by its hosts"
        case .taken(let noun): "this code of a \(noun.told.en) is taken"
        case .alreadyCancelled(let session): "session \(session) is cancelled already"
        case .keptByOtherZone(let session, let zone, _): "session \(session) is kept by \(zone)"
        case .invalid(let rule): "the values break the constraint \(rule)"
        default: more.en
        }
    }

    public var hint: Text? {
        switch self {
        case .roomTaken(let overlaps), .instructorTaken(let overlaps), .cohortTaken(let overlaps):
            overlaps.askThere
                ?? Text(
                    "换一个时间、场地或讲师；venue busy、instructor busy 可查占用",
                    "choose another time, room or instructor; venue busy and instructor busy tell when they are taken"
                )
        case .endsBeforeStart: Text("检查 --starts 与 --ends", "check --starts and --ends")
        case .overMidnight: Text("分成两个课次", "make it two sessions")
        case .hoursDoNotFit: Text("不给 --hours 则自动计算", "leave --hours out to have it counted")
        case .roomTooSmall(_, _, _, let people):
            Text(
                "venue list --seating \(people) 列出够大的场地",
                "venue list --seating \(people) lists rooms that are large enough"
            )
        case .roomNotLent(_, let owner, let person) where !person.isEmpty:
            Text("请 \(owner) 的 \(person) 同意，或另选", "ask \(person) at \(owner) to agree, or choose another")
        case .roomNotLent(_, let owner, _), .instructorNotLent(_, let owner):
            Text("请 \(owner) 借出，或另选", "ask \(owner) to lend it, or choose another")
        case .plannedByHost: Text("请主办区安排", "ask a host of the cohort")
        case .taken: Text("换一个 --code，或不给以自动编号", "choose another --code, or leave it out to have one made")
        case .alreadyCancelled: nil
        case .keptByOtherZone(_, let zone, let contact): Text("请联系 \(zone) 的 \(contact)", "ask \(contact) at \(zone)")
        case .invalid: nil
        default: moreHint
        }
    }

    public static var explanations: [Explanation] { scheduleExplanations }
}

extension ScheduleNoun {
    /// The noun as people call it.
    var told: Text {
        switch self {
        case .venue: Text("场地", "room")
        case .instructor: Text("讲师", "instructor")
        case .course: Text("课程", "course")
        case .session: Text("课次", "session")
        case .series: Text("系列课", "series")
        case .proposal: Text("方案", "proposal")
        }
    }
}
