import TalentEnrollment

extension EnrollmentRejection {
    /// Refusals of quotas, modes of admission, offers and moves.
    var placesTold: Text {
        switch self {
        case .cohortClosed(let cohort): Text("\(cohort) 已停止报名", "\(cohort) is closed to applications")
        case .zoneWithoutQuota(let cohort, let day):
            Text(
                "\(cohort) 的名额都已分给其他区" + (day.isEmpty ? "" : "，\(day) 起未用名额开放"),
                "every seat of \(cohort) is reserved for other zones" + (day.isEmpty ? "" : " until \(day)")
            )
        case .otherMode(let cohort, let mode):
            Text("\(cohort) 的录取方式是\(Self.mode(mode).zh)", "\(cohort) gives its places \(Self.mode(mode).en)")
        case .keptOut(let cohort, let person, let obstacles):
            Text(
                "\(person) 不能进 \(cohort)：\(obstacles.map(\.told.zh).joined(separator: "；"))",
                "\(person) cannot come into \(cohort): \(obstacles.map(\.told.en).joined(separator: "; "))"
            )
        case .groupNotSplittable(let cohort, let mode):
            Text(
                "\(cohort) 的录取方式是\(Self.mode(mode).zh)，逐人决定，团体须可拆分",
                "\(cohort) decides person by person (\(Self.mode(mode).en)), so a group must be splittable"
            )
        case .placesTaken(let unit, let places, let used):
            Text(
                "\(unit) 分得 \(places) 个名额，已用 \(used) 个，不够",
                "\(unit) has \(places) places, \(used) of them used: too few"
            )
        case .noSeatLeft(let cohort, let full):
            Text("\(cohort) 没有空位：\(Self.limits(full).zh)", "no seat is free in \(cohort): \(Self.limits(full).en)")
        case .drawn(let cohort): Text("\(cohort) 已经摇号", "the draw of \(cohort) has been held")
        case .offerOver(let enrollment, let day):
            Text("\(enrollment) 的录取确认已于 \(day) 截止", "the offer to \(enrollment) ended on \(day)")
        case .quotaWithoutLimit(let cohort):
            Text("\(cohort) 不限名额，无需分配", "\(cohort) has no limit: there is nothing to reserve")
        case .quotaTooLarge(let cohort, let zone, let possible):
            Text(
                "\(cohort) 余下的名额不够，\(zone) 最多可分 \(possible) 个",
                "too few seats are free in \(cohort): at most \(possible) for \(zone)"
            )
        case .capacityBelowTaken(let cohort, let seats, let taken, let leavers, let reserved):
            Text(
                "\(cohort) 已占 \(taken) 个名额、保留 \(reserved) 个，不能减到 \(seats)；须先退出：\(leavers)",
                "\(cohort) has \(taken) seats taken and \(reserved) reserved, so not \(seats); first to leave: \(leavers)"
            )
        case .cohortNotClosed(let cohort): Text("\(cohort) 没有停止报名", "\(cohort) is open")
        case .sameCohort(let cohort): Text("学员已在 \(cohort)", "the trainee is in \(cohort) already")
        case .reviewerNotFree(let rule):
            switch rule {
            case "score_by_other_than_author": Text("登记申请的人不能评分", "who entered the application does not score it")
            case "score_one_per_reviewer": Text("同一评审人只评一次", "a reviewer scores an application once")
            default: Text("两人已评分", "both scores are given")
            }
        case .releasedTooLate(let cohort, let day):
            Text("放开日期须在 \(cohort) 结束日 \(day) 之前", "quotas of \(cohort) are released by its last day, \(day)")
        case .quotaUnclear:
            Text(
                "一次只改一项：--capacity，或 --zone 与 --seats，或 --unit 与 --seats，或 --release-on",
                "one change at a time: --capacity, --zone with --seats, --unit with --seats, or --release-on"
            )
        case .signInCodeWrong(let session):
            Text("课次 \(session) 的签到码不对，或已过时", "the code for session \(session) is another, or its time is over")
        case .signedInBefore(let enrollment, let session):
            Text("\(enrollment) 在课次 \(session) 已有记录", "\(enrollment) is on record for session \(session)")
        case .cohortJudged(let cohort, let day):
            Text("\(cohort) 已在 \(day) 按起止日评定结业", "completion of \(cohort) was judged by its days on \(day)")
        case .moveUnclear: Text("--to、--zone、--person 须给且只给一个", "give --to, --zone or --person, one of the three")
        default: Text("", "")
        }
    }

    static func mode(_ word: String) -> Text {
        switch AdmissionMode(rawValue: word) {
        case .firstCome: Text("先到先得", "first come, first served")
        case .score: Text("两人评分", "by the score of two reviewers")
        case .nomination: Text("单位选派", "by nomination of units")
        case .draw: Text("摇号", "by a draw")
        case nil: Text(word, word)
        }
    }

    /// `quota 3/3,pool 2/2` in words.
    static func limits(_ full: String) -> Text {
        let parts = full.split(separator: ",").map { part -> Text in
            let words = part.split(separator: " ").map(String.init)
            let size = words.count > 1 ? words[1] : ""
            switch words.first {
            case "cohort": return Text("全班名额已满 \(size)", "the cohort is full, \(size)")
            case "quota": return Text("本区名额已满 \(size)", "the zone's quota is full, \(size)")
            case "pool": return Text("公共名额已满 \(size)", "the open pool is full, \(size)")
            case "closed": return Text("已停止报名", "it is closed")
            default: return Text(String(part), String(part))
            }
        }
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }
}

extension Obstacle {
    /// The obstacle in words.
    var told: Text {
        switch self {
        case .age(let wanted, let have):
            Text(
                "年龄要求 \(wanted)，" + (have.map { "开班时 \($0) 岁" } ?? "出生日期未登记"),
                "age \(wanted) is wanted, "
                    + (have.map { "it is \($0) on the first day" } ?? "the birth date is not known")
            )
        case .award(let wanted, let have):
            Text("须有 \(wanted) 之一，\(have ?? "未登记")", "one of \(wanted) is wanted, there is \(have ?? "none on record")")
        case .postLevel(let wanted, let have):
            Text(
                "职级须在 \(wanted) 及以上，\(have ?? "未登记")",
                "a post of \(wanted) or above is wanted, there is \(have ?? "none on record")"
            )
        case .completed(let program): Text("须先在 \(program) 结业", "\(program) must have been completed")
        case .time(let cohort):
            Text(
                "上课时间与\(cohort.map { " \($0) " } ?? "另一个班")冲突",
                "a session is at the same time as one of \(cohort ?? "another class")"
            )
        case .group: Text("余下的名额不够整个团体", "the free seats are too few for the whole group")
        case .other(let text): Text(text, text)
        }
    }
}
