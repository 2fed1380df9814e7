import TrainingSchedule
import Zones

extension ScheduleRejection {
    /// What happened, for the rejections about availability, changes and series.
    var more: Text {
        switch self {
        case .traineesTaken(let overlaps):
            Text(overlaps.told(.zh) ?? "学员该时间已有课", overlaps.told(.en) ?? "trainees have another session then")
        case .roomNotEquipped(let venue, let missing):
            Text("场地 \(venue) 没有 \(missing)", "room \(venue) lacks \(missing)")
        case .outsideHours(let kind, let resource):
            Text(
                "不在\(kind.told.zh) \(resource) 的开放时间内",
                "outside the weekly hours of \(kind.told.en) \(resource)"
            )
        case .closed(let kind, let resource, let from, let until):
            Text(
                "\(kind.told.zh) \(resource) 自 \(Self.plain(from)) 至 \(Self.plain(until)) 不可用",
                "\(kind.told.en) \(resource) is not available from \(Self.plain(from)) to \(Self.plain(until))"
            )
        case .notVersed(let instructor, let subject):
            Text("讲师 \(instructor) 不教 \(subject)", "instructor \(instructor) does not teach \(subject)")
        case .weekFull(let instructor, let limit, let planned, let monday):
            Text(
                "讲师 \(instructor) 在 \(monday) 起的一周已排到 \(planned) 学时，上限 \(limit)",
                "instructor \(instructor) would teach \(planned) hours in the week of \(monday), the limit is \(limit)"
            )
        case .lentHoursUsed(let resource, let owner, let lent, let planned):
            Text(
                "\(owner) 借出 \(resource) 共 \(lent) 学时，这样将用 \(planned) 学时",
                "\(owner) lent \(resource) for \(lent) training hours, this would make \(planned)"
            )
        case .lentToItself: Text("不能借给本区", "a zone cannot lend to itself")
        case .hoursUnclear(let text): Text("看不懂开放时间 \(text)", "these weekly hours cannot be read: \(text)")
        default: change
        }
    }

    /// What happened, for the rejections of changes.
    private var change: Text {
        switch self {
        case .begun(let session, let starts):
            Text("\(session) 已于 \(Self.plain(starts)) 开始，过去的安排不能改", "\(session): \(Self.plain(starts)) is past")
        case .notBegun(let session, let starts):
            Text("\(session) 于 \(Self.plain(starts)) 才开始，无需更正", "\(session) only begins \(Self.plain(starts))")
        case .changedMeanwhile(let session, let other): other.told(of: session)
        case .swappedWithItself(let session):
            Text("不能与自身对调：\(session)", "\(session) cannot change places with itself")
        case .substitutedByThemselves(let session, let instructor):
            Text("课次 \(session) 本来就由 \(instructor) 讲授", "\(instructor) teaches session \(session) already")
        case .ofNoSeries(let session): Text("课次 \(session) 不属于系列课", "session \(session) belongs to no series")
        case .dateNotSkipped(let series, let day):
            Text("系列课 \(series) 没有跳过 \(day)", "series \(series) did not skip \(day)")
        case .rule(let refusal): refusal.told
        case .proposalApplied(let proposal, let at):
            Text("方案 \(proposal) 已于 \(Self.plain(at)) 执行", "proposal \(proposal) was carried out \(Self.plain(at))")
        case .dayLeftOut(let session, let day, let reason, let series):
            Text(
                "课次 \(session) 将落在 \(day)，是\(reason.told.zh)，系列课 \(series) 该日不上课",
                "session \(session) would come to lie on \(day), \(reason.told.en), which series \(series) leaves out"
            )
        case .nothingToPlan(let gap): gap.told
        default: Text(code, code)
        }
    }

    /// What to do, for the same.
    var moreHint: Text? {
        switch self {
        case .traineesTaken(let overlaps):
            overlaps.askThere ?? Text("换一个时间", "choose another time")
        case .roomNotEquipped(_, let missing):
            Text("venue list 列出各场地的设备：\(missing)", "venue list shows what rooms have: \(missing)")
        case .outsideHours(let kind, let resource):
            Text(
                "\(kind.rawValue) week \(resource) 显示一周的开放与占用",
                "\(kind.rawValue) week \(resource) shows when it is open and taken"
            )
        case .closed, .notVersed, .weekFull: Text("换一个时间或讲师、场地", "choose another time, instructor or room")
        case .lentHoursUsed(_, let owner, _, _): Text("请 \(owner) 再借出学时", "ask \(owner) to lend more hours")
        case .begun: Text("记录有误时用 session correct", "use session correct where the record is wrong")
        case .notBegun: Text("用 session move、substitute 或 cancel", "use session move, substitute or cancel")
        case .changedMeanwhile: Text("看过现状再决定", "look at it as it is now, then decide")
        case .hoursUnclear:
            Text("写成 MO-FR 08:00-21:00; SA 09:00-17:00", "write MO-FR 08:00-21:00; SA 09:00-17:00")
        case .rule(let refusal): refusal.remedy
        case .dayLeftOut:
            Text(
                "换一个日期；确要在该日上课，用 session move",
                "choose another day; session move puts it there all the same"
            )
        case .nothingToPlan(let gap): gap.remedy
        default: nil
        }
    }

    /// A fact's time as people read it.
    private static func plain(_ minute: String) -> String {
        String(minute.map { $0 == "T" ? " " : $0 })
    }
}

extension EarlierChange {
    /// Who was faster, and where the session is now.
    fileprivate func told(of session: String) -> Text {
        let time = String("\(starts)–\(ends.suffix(5))".map { $0 == "T" ? " " : $0 })
        guard !by.isEmpty else {
            return Text("课次 \(session) 的时间是 \(time)", "session \(session) takes place \(time)")
        }
        let done = NoticeWord.of(kind)
        let teacher = instructor.isEmpty ? Text("", "") : Text("，讲师 \(instructor)", ", by \(instructor)")
        let when = at.suffix(5)
        return Text(
            "\(by) 已先一步（\(when)）\(done.zh)课次 \(session)：现为 \(time)，场地 \(venue)\(teacher.zh)",
            "\(by) was first (\(when)): session \(session) was \(done.en) and takes place \(time) in \(venue)\(teacher.en)"
        )
    }
}

/// What a change of a session is called.
enum NoticeWord {
    static func of(_ kind: String) -> Text {
        switch kind {
        case "moved": Text("调整了", "moved")
        case "swapped": Text("对调了", "swapped")
        case "substituted": Text("换了讲师", "given to somebody else")
        case "cancelled": Text("取消了", "cancelled")
        case "reinstated": Text("恢复了", "reinstated")
        case "corrected": Text("更正了", "corrected")
        default: Text("更改了", "changed")
        }
    }
}

extension PlanningGap {
    /// What is missing for a timetable.
    fileprivate var told: Text {
        switch self {
        case .noLectures: Text("没有需要排的课", "there is nothing to place")
        case .noRooms: Text("没有可用的场地", "there is no room to book")
        case .noDays: Text("这段时间没有可排的日子", "these days have none to teach on")
        case .tooLarge(let what): Text("规模过大或不一致：\(what)", "too much, or contradictory: \(what)")
        case .slots(let text): Text("看不懂时段 \(text)", "these slots cannot be read: \(text)")
        }
    }

    fileprivate var remedy: Text? {
        switch self {
        case .noLectures: Text("course add --lectures 给出讲数", "course add --lectures says how many")
        case .noRooms: Text("venue list 查看可订的场地", "venue list shows what may be booked")
        case .noDays, .tooLarge: Text("改 --from、--until", "choose other --from and --until")
        case .slots: Text("写成 09:00-10:30,14:00-15:30", "write 09:00-10:30,14:00-15:30")
        }
    }
}
