import StartupEligibility
import Store
import Zones

extension FactCommands {
    static let `import` = Command(
        "fact",
        "import",
        "导入其他部门送来的名册：社保缴费月份、吸纳就业人员、登记企业（CSV/TSV/XLSX，自动识别编码）",
        "import the lists that other offices send: insurance months, hires, registrations (CSV, TSV, XLSX)",
        effect: .write,
        role: .officer,
        fields: [
            .key("file", .path, "文件", "the file"),
            .required("list", .choice(FactList.allCases.map(\.rawValue)), "哪一种名册", "which list it is"),
            .optional("on", .day, "何日的情况（默认今天）", "as observed on (else today)"),
            .optional("source", .text, "来源（默认名册种类）", "where it comes from (else the kind of list)"),
            .optional("rejects", .path, "退回行写到哪里", "where refused rows are written"),
            .flag("all", "也列出导入成功的行", "list the rows that were imported, too"),
        ],
        columns: SheetReport.columns,
        example: "fact import hires.csv --list hires --on 2024-10-01",
        .act { invocation, context in
            let path = try invocation.path("file")
            let word = try invocation.choice("list")
            let list = FactList(rawValue: word) ?? .insurance
            let table = try ImportTable(path: path, columns: list.columns)
            let session = try context.session()
            let facts = try FactImport(
                table,
                list,
                on: try invocation.optionalDay("on") ?? session.today,
                source: try invocation.optionalText("source") ?? word,
                session: session,
                request: invocation.request,
                report: SheetReport(
                    rejects: RejectsFile(like: table, path: try invocation.optionalPath("rejects"), of: path),
                    writesRejects: !context.isDryRun,
                    listsAll: invocation.flag("all"),
                    language: context.language
                )
            )
            try facts.run { row in context.tell(Text("已读 \(row) 行", "\(row) rows read")) }
            return facts.report.output
        }
    )
}
