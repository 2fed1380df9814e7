import ProjectHandoff
import Store
import Zones

extension ProjectCommands {
    static let `import` = Command(
        "project",
        "import",
        "从表格导入项目（CSV/TSV，自动识别编码）",
        "import projects from a sheet (CSV or TSV, any usual encoding)",
        effect: .write,
        role: .coordinator,
        fields: [
            .key("file", .path, "文件", "the file"),
            .optional("rejects", .path, "退回行写到哪里", "where refused rows are written"),
            .flag("all", "也列出导入成功的行", "list the rows that were imported, too"),
        ],
        columns: SheetImport<Never>.outputColumns,
        example: "project import projects.csv",
        .act { invocation, context in
            let path = try invocation.path("file")
            let table = try ImportTable(path: path, columns: ProjectSheet.columns)
            let session = try context.session()
            let today = session.today
            let sheets = try SheetImport<ProjectStore.ImportRow>(table, key: "code", number: { $0.code.text }) {
                sheet in
                ProjectSheet.project(&sheet, today: today)
            }
            let outcomes = try session.perform(
                ProjectStore.import(file: table.digest(), sheets.fit.map(\.record)),
                as: invocation.request
            )
            let rejects = RejectsFile(like: table, path: try invocation.optionalPath("rejects"), of: path)
            return try sheets.report(
                outcomes,
                key: "code",
                all: invocation.flag("all"),
                rejects: rejects,
                isDryRun: context.isDryRun,
                context.language
            )
        }
    )
}
