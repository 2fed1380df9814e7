import Store
import Zones

extension PersonCommands {
    static let `import` = Command(
        "person",
        "import",
        "从表格导入人员（CSV/TSV，自动识别编码）",
        "import people from a sheet (CSV or TSV, any usual encoding)",
        effect: .write,
        role: .officer,
        fields: [
            .key("file", .path, "文件", "the file"),
            .optional("rejects", .path, "退回行写到哪里", "where refused rows are written"),
            .flag("all", "也列出导入成功的行", "list the rows that were imported, too"),
        ],
        columns: SheetImport<Never>.outputColumns,
        example: "person import trainees.csv",
        .act { invocation, context in
            let path = try invocation.path("file")
            let table = try ImportTable(path: path, columns: PersonSheet.columns)
            let session = try context.session()
            let units = try OrganizationStore.codesByName(session)
            let sheets = try SheetImport<(name: PersonName, details: PersonDetails)>(
                table,
                key: "id_number",
                number: { $0.details.idNumber?.number }
            ) { sheet in
                PersonSheet.person(&sheet, today: session.today, units: units)
            }
            let outcomes = try session.perform(
                PersonStore.import(file: table.digest(), sheets.fit.map(\.record)),
                as: invocation.request
            )
            let rejects = RejectsFile(like: table, path: try invocation.optionalPath("rejects"), of: path)
            return try sheets.report(
                outcomes,
                key: "id_number",
                all: invocation.flag("all"),
                rejects: rejects,
                isDryRun: context.isDryRun,
                context.language
            )
        }
    )
}
