import Store
import Zones

enum RateCommands {
    static let all = [load, list]

    static let load = Command(
        "rate",
        "load",
        "载入贷款市场报价利率（LPR）",
        "load fixings of the loan prime rate (LPR)",
        effect: .write,
        role: .admin,
        fields: [
            .key(
                "file",
                .path,
                "CSV 文件：published_on,one_year_percent,five_year_percent",
                "CSV: published_on,one_year_percent,five_year_percent"
            )
        ],
        columns: [Column("added", "新增", .integer), Column("rows", "行数", .integer)],
        example: "rate load lpr-2025.csv",
        .act { invocation, context in
            let rates = try LoanPrimeRates(csv: ImportFile.text(at: invocation.path("file")))
            let added = try context.session().perform(RateStore.load(rates.fixings), as: invocation.request)
            return .row(.integer(added), .integer(rates.fixings.count))
        }
    )

    static let list = Command(
        "rate",
        "list",
        "列出 LPR",
        "list the loan prime rates",
        effect: .read,
        role: .anyone,
        fields: [.optional("on", .day, "只看这一天有效的", "only the one in force on this day")],
        columns: [
            Column("published_on", "公布日", .day), Column("one_year", "一年期", "1 year", .rate),
            Column("five_year", "五年期以上", "5 years and above", .rate),
        ],
        example: "rate list --on 2024-10-19",
        .query { invocation, session in
            let fixings = try RateStore.fixings(session)
            let wanted = try invocation.optionalDay("on").map { [try LoanPrimeRates(fixings: fixings).fixing(on: $0)] }
            return .rows((wanted ?? fixings).map { [.day($0.publishedOn), .rate($0.oneYear), .rate($0.fiveYear)] })
        }
    )
}
