import Store
import TalentEnrollment
import Zones

extension ApplicationCommands {
    static let `import` = Command(
        "application",
        "import",
        "从表格导入报名人员（CSV/TSV/XLSX，自动识别编码）；坏行一次列全，写入退回文件，改好可再导入",
        "import applicants from a sheet (CSV, TSV, XLSX); all bad rows in one run, and a file of them to mend",
        effect: .write,
        role: .officer,
        fields: [
            .key("file", .path, "文件", "the file"), .required("cohort", .code, "期的编号", "the cohort's code"),
            .optional("rejects", .path, "退回行写到哪里", "where refused rows are written"),
            .flag("all", "也列出导入成功的行", "list the rows that were imported, too"),
        ],
        columns: ApplicationImport.columns,
        example: "application import trainees.csv --cohort LIJIAN-3",
        .act { invocation, context in
            let path = try invocation.path("file")
            let table = try ImportTable(path: path, columns: ApplicationSheet.columns)
            let applications = try ApplicationImport(
                table,
                cohort: try invocation.code("cohort"),
                session: context.session(),
                request: invocation.request,
                report: ApplicationReport(
                    SheetReport(
                        rejects: RejectsFile(like: table, path: try invocation.optionalPath("rejects"), of: path),
                        writesRejects: !context.isDryRun,
                        listsAll: invocation.flag("all"),
                        language: context.language
                    )
                )
            )
            try applications.run { row in context.tell(Text("已读 \(row) 行", "\(row) rows read")) }
            return applications.report.output
        }
    )

    static let template = Command(
        "application",
        "template",
        "打印导入用的空表（报名人员、人员、单位，及三种事实名册）",
        "print an empty sheet for an import: applications, people, organizations, or the lists of facts",
        effect: .read,
        role: .anyone,
        fields: [
            .defaulted(
                "for",
                .choice(["application", "person", "org"] + FactList.allCases.map(\.rawValue)),
                to: "application",
                "哪一种表",
                "which sheet"
            )
        ],
        example: "application template --for person",
        .act { invocation, _ in
            let columns =
                switch try invocation.choice("for") {
                case "person": PersonSheet.columns
                case "org": OrganizationSheet.columns
                case let word: FactList(rawValue: word)?.columns ?? ApplicationSheet.columns
                }
            let headings = columns.filter { $0.name != "note" }.map { column in
                (column.headings.first ?? column.name) + (column.isRequired ? "（必填）" : "")
            }
            return .lines([String(CSV.line(headings).dropLast())])
        }
    )
}
