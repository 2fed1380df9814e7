import Store
import Zones

extension OrganizationCommands {
    static let `import` = Command(
        "org",
        "import",
        "从表格导入单位（CSV/TSV，自动识别编码）",
        "import organizations from a sheet (CSV or TSV, any usual encoding)",
        effect: .write,
        role: .officer,
        fields: [
            .key("file", .path, "文件", "the file"),
            .optional("rejects", .path, "退回行写到哪里", "where refused rows are written"),
            .flag("all", "也列出导入成功的行", "list the rows that were imported, too"),
        ],
        columns: SheetImport<Never>.outputColumns,
        example: "org import organizations.csv",
        .act { invocation, context in
            let path = try invocation.path("file")
            let table = try ImportTable(path: path, columns: OrganizationSheet.columns)
            let session = try context.session()
            let sheets = try SheetImport<OrganizationStore.ImportRow>(
                table,
                key: "credit_code",
                number: { $0.creditCode?.text }
            ) { sheet in
                OrganizationSheet.organization(&sheet)
            }
            let outcomes = try session.perform(
                OrganizationStore.import(file: table.digest(), sheets.fit.map(\.record)),
                as: invocation.request
            )
            let rejects = RejectsFile(like: table, path: try invocation.optionalPath("rejects"), of: path)
            return try sheets.report(
                outcomes,
                key: "credit_code",
                all: invocation.flag("all"),
                rejects: rejects,
                isDryRun: context.isDryRun,
                context.language
            )
        }
    )
}
