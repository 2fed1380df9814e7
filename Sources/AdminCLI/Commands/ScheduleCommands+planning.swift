import Store
import TrainingSchedule
import Zones

extension ScheduleCommands {
    private static let from = Field.optional("from", .day, "起始日，默认明天", "the first day; tomorrow if left out")
    private static let until = Field.required("until", .day, "截止日，含当日", "the last day")
    private static let slots = Field.defaulted(
        "slots",
        .text,
        to: DaySlots.usual,
        "每天的时段",
        "the times of a day"
    )
    private static let seconds = Field.defaulted("seconds", .integer(1...3_600), to: "5", "大约计算几秒", "about so long")
    private static let moves = Field.optional(
        "moves",
        .integer(1...2_000_000_000),
        "计算步数；与 --seed 一起可重现结果",
        "so many tries instead; with --seed it finds the same again"
    )
    private static let seed = Field.defaulted(
        "seed",
        .integer(0...2_000_000_000),
        to: "1",
        "随机种子",
        "where chance begins"
    )
    private static let lines = [
        Column("proposal", "方案", "proposal", .code), Column("course", "课程", "course", .code),
        Column("cohort", "期", "cohort", .code), Column("instructor", "讲师", "instructor", .code),
        Column("venue", "场地", "room", .code), Column("starts_at", "开始", "starts at", .instant),
        Column("ends_at", "结束", "ends at", .instant), Column("session", "课次", "session", .code),
        Column("old_starts_at", "原开始", "old start", .instant), Column("old_venue", "原场地", "old room", .code),
        Column("old_instructor", "原讲师", "old instructor", .code),
    ]

    static let propose = Command(
        "schedule",
        "propose",
        "自动排课：提出一份课表",
        "looks for a timetable of all lectures that courses of these cohorts ask for; schedule apply carries it out",
        effect: .write,
        role: .officer,
        fields: [
            .key("cohorts", .list(.code), "一个或几个期，或一个班的全部期", "cohorts, or a program for all of its cohorts"), from,
            until, slots, seconds, moves, seed,
            .newCode,
        ],
        columns: lines,
        example: "schedule propose NIGHT-1 --until 2024-12-31 --moves 20000",
        .act { line, context in
            let session = try context.session()
            let draft = try TimetableDraftStore.draft(
                session,
                cohorts: try TimetableDraftStore.cohorts(session, named: line.codes("cohorts")),
                from: try line.optionalDay("from") ?? session.today.adding(days: 1),
                until: try line.day("until"),
                slots: try DaySlots(line.text("slots"))
            )
            let proposal = try draft.propose(
                seed: UInt64(line.integer("seed")),
                effort: effort(line),
                proceed: proceed(context)
            )
            context.progress(nil)
            let code = try session.perform(
                ProposalStore.add(code: line.optionalCode("code"), proposal),
                as: line.request
            )
            var output = Output.rows(rows(proposal, code))
            output.made = code
            output.notes = [told(proposal)] + proposal.unplaced.map(\.told) + proposal.limits.map(\.told)
            if context.isInterrupted() { output.notes.append(stopped) }
            return proposal.unplaced.isEmpty ? output : output.exiting(.no)
        }
    )

    static let repair = Command(
        "schedule",
        "repair",
        "场地停用或讲师请假后，提出改动最少的方案",
        "offers up to three plans that change as little as they can after a room or an instructor fell out: others take "
            + "sessions over, or sessions move",
        effect: .write,
        role: .officer,
        fields: [from, until, slots, seconds, moves, seed],
        columns: lines,
        example: "schedule repair --until 2025-01-31 --moves 20000",
        .act { line, context in
            let session = try context.session()
            let draft = try TimetableDraftStore.repair(
                session,
                from: try line.optionalDay("from") ?? session.today.adding(days: 1),
                until: try line.day("until"),
                slots: try DaySlots(line.text("slots"))
            )
            let plans = try draft.plans(
                seed: UInt64(line.integer("seed")),
                effort: effort(line),
                proceed: proceed(context)
            )
            context.progress(nil)
            var cells: [[Cell]] = []
            var notes: [Text] = []
            for (position, plan) in plans.enumerated() {
                let code = try session.perform(ProposalStore.add(code: nil, plan), as: line.request.part(position))
                cells += rows(plan, code)
                let taken = plan.sessions.count { $0.isTakenOver }
                notes.append(
                    Text(
                        "方案 \(code)：移动 \(plan.sessions.count - taken) 个课次，代课 \(taken) 个，影响 \(plan.disturbed) 人",
                        "plan \(code): \(plan.sessions.count - taken) sessions move, others take over \(taken), "
                            + "\(plan.disturbed) people are disturbed"
                    )
                )
                notes += [told(plan)] + plan.unplaced.map(\.told)
            }
            var output = Output.rows(cells)
            output.notes = notes
            if context.isInterrupted() { output.notes.append(stopped) }
            return plans.contains { $0.unplaced.isEmpty } ? output : output.exiting(.no)
        }
    )

    static let apply = Command(
        "schedule",
        "apply",
        "执行一个方案",
        "carries a proposal out: all of it in one transaction, or nothing",
        effect: .write,
        role: .officer,
        fields: [
            .key("proposal", .code, "方案", "the proposal"),
            .optional("reason", .text, "理由，写进调课通知", "why; goes into the notices of sessions that change"),
        ],
        columns: [
            Column("proposal", "方案", "proposal", .code), Column("added", "新排课次", "added", .integer),
            Column("moved", "移动课次", "moved", .integer),
            Column("substituted", "代课课次", "given to somebody else", .integer),
        ],
        example: "schedule apply Q-2024-000001",
        .write { line, _ in
            PendingWrite(ProposalStore.apply(try line.code("proposal"), reason: try line.optionalText("reason"))) {
                .row(.code($0.code), .integer($0.added), .integer($0.moved), .integer($0.substituted))
            }
        }
    )

    private static let stopped = Text(
        "已按要求停止，以上是到此为止最好的方案；重现步数不适用",
        "stopped as told: this is the best so far, and the number of moves does not find it again"
    )

    /// Shows how far a search is, and ends it after ^C.
    private static func proceed(_ context: Context) -> (PlanningProgress) -> Bool {
        { progress in
            if progress.permille.isMultiple(of: 20) { context.progress(progress.told) }
            return !context.isInterrupted()
        }
    }

    private static func effort(_ line: Invocation) throws -> PlanningEffort {
        try line.optionalInteger("moves").map(PlanningEffort.moves) ?? .seconds(line.integer("seconds"))
    }

    private static func rows(_ proposal: Proposal, _ code: String) -> [[Cell]] {
        proposal.sessions.map {
            [
                .code(code), .code($0.course.text), .code($0.cohort.text), .optionalCode($0.instructor),
                .code($0.venue.text), .instant($0.starts), .instant($0.ends), .optionalCode($0.session),
                .optional($0.was?.starts), .optionalCode($0.was?.venue),
                .optionalCode($0.was?.instructor),
            ]
        }
    }
}
