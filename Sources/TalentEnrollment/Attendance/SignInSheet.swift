import Casework

/// Papers for a class: a sheet to sign, and cards with names.
public enum SignInSheet {
    /// A sheet with a line for everybody who holds a seat, by unit and name as the roster has them.
    public static func page(_ cohort: Cohort, programName: String, session: String?, _ roster: [RosterEntry])
        -> PrintPage
    {
        var page = PrintPage(title: "签到表 \(cohort.code)", language: "zh-CN")
        page.heading("\(programName)第\(cohort.number)期签到表")
        page.fields([
            "课次：\(session ?? "＿＿＿＿＿＿＿＿")", "日期：＿＿＿＿年＿＿月＿＿日", "应到：\(seated(roster).count) 人　实到：＿＿＿ 人",
        ])
        page.table(
            header: ["序号", "姓名", "单位", "签到", "备注"],
            rows: seated(roster).enumerated().map {
                ["\($0.offset + 1)", $0.element.name, $0.element.unit ?? "", "", ""]
            },
            shares: [8, 18, 34, 26, 14]
        )
        page.fields(["班主任（签字）：＿＿＿＿＿＿＿＿", "授课人（签字）：＿＿＿＿＿＿＿＿"])
        return page
    }

    /// Cards for the tables, two in a row: the name large, the unit below.
    public static func cards(_ cohort: Cohort, _ roster: [RosterEntry]) -> PrintPage {
        var page = PrintPage(title: "席卡 \(cohort.code)", language: "zh-CN")
        page.cards(seated(roster).map { ($0.name, $0.unit ?? "") })
        return page
    }

    private static func seated(_ roster: [RosterEntry]) -> [RosterEntry] { roster.filter(\.state.holdsSeat) }
}
