import ProjectHandoff
import Store
import Zones

/// A sheet of projects as promotion offices keep them.
enum ProjectSheet {
    static let columns = [
        ImportColumn("code", ["编号", "项目编号"], isRequired: true), ImportColumn("name", ["项目名称", "名称"], isRequired: true),
        ImportColumn("industry", ["行业", "所属行业", "产业"], isRequired: true),
        ImportColumn("stage", ["阶段", "项目阶段"], isRequired: true), ImportColumn("on", ["日期", "阶段日期"], isRequired: true),
        ImportColumn("kind", ["类别"]), ImportColumn("investment", ["投资额", "总投资", "计划投资"]),
        ImportColumn("currency", ["币种"]), ImportColumn("energy", ["能耗", "年能耗"]), ImportColumn("key", ["重点项目", "重点"]),
        ImportColumn("number", ["序号", "No"]), ImportColumn("note", ["备注", "说明"]),
    ]

    /// The words for stages in offices' sheets.
    private static let stages = [
        "研发": "research", "在谈": "talks", "签约": "signed", "在建": "construction", "开工": "construction",
        "竣工": "completed", "投产": "production",
    ]

    /// A project that a row describes; nil in a row that is unfit, whose findings say why.
    static func project(_ sheet: inout SheetRow, today: Day) -> ProjectStore.ImportRow? {
        let code = readCode(&sheet, "code", nil)
        let name = readText(&sheet, "name")
        let industry = readText(&sheet, "industry")
        let stage = readStage(&sheet)
        let day = sheet.read("on", Day.lenient) { text, refusal in ValueFault.day(field: "on", text, refusal) }
        if let day, day > today { sheet.refuse("on", ValueFault.outOfRange(field: "on", "\(day)", 0...0)) }
        let kind = readCode(&sheet, "kind", "industrial")
        let amount = sheet.read("investment") { (text: String) throws(DecimalRefusal) -> Noted<Money, NumberWarning> in
            Noted(value: try Money(yuan: text), warnings: [])
        } refusedAs: { text, refusal in
            ValueFault.money(field: "investment", text, refusal)
        }
        let currency = Investment.Currency(rawValue: sheet.row["currency"] ?? "CNY")
        if currency == nil {
            sheet.refuse(
                "currency",
                ValueFault.notAChoice(
                    field: "currency",
                    sheet.row["currency"] ?? "",
                    choices: Investment.Currency.allCases.map(\.rawValue),
                    suggestions: []
                )
            )
        }
        let energy = sheet.row["energy"].flatMap(Digits.integer).flatMap { Int32(exactly: $0) }
        if let text = sheet.row["energy"], energy == nil {
            sheet.refuse("energy", ValueFault.notInteger(field: "energy", text))
        }
        guard sheet.isFit, let code, let name, let industry, let stage, let day, let kind, let currency else {
            return nil
        }
        return ProjectStore.ImportRow(
            code: code,
            name: name,
            industry: industry,
            stage: stage,
            on: day,
            kind: kind,
            investment: amount.map { Investment($0, currency) },
            energy: energy,
            isKey: ["是", "yes", "1"].contains(sheet.row["key"] ?? "")
        )
    }

    private static func readStage(_ sheet: inout SheetRow) -> Code? {
        if let word = sheet.row["stage"], let known = stages[word] { return try? Code(known) }
        return readCode(&sheet, "stage", nil)
    }

    private static func readCode(_ sheet: inout SheetRow, _ column: String, _ standard: String?) -> Code? {
        guard sheet.row[column] != nil else {
            if let standard { return try? Code(standard) }
            sheet.refuse(column, ValueFault.code(field: column, "", .empty))
            return nil
        }
        return sheet.read(column) { (text: String) throws(CodeRefusal) -> Noted<Code, NumberWarning> in
            Noted(value: try Code(text), warnings: [])
        } refusedAs: { text, refusal in
            ValueFault.code(field: column, text, refusal)
        }
    }

    private static func readText(_ sheet: inout SheetRow, _ column: String) -> String? {
        if sheet.row[column] == nil { sheet.refuse(column, ValueFault.text(field: column, .empty)) }
        return sheet.read(column) { (text: String) throws(TextRefusal) -> Noted<String, TextWarning> in
            Noted(value: try PlainText(text).text, warnings: [])
        } refusedAs: { _, refusal in
            ValueFault.text(field: column, refusal)
        }
    }
}
