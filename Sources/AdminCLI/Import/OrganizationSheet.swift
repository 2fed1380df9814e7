import Store
import Zones

/// A sheet of organizations as offices keep them.
enum OrganizationSheet {
    static let columns = [
        ImportColumn("code", ["编号", "单位编号"]),
        ImportColumn("name", ["单位名称", "名称", "企业名称", "单位"], isRequired: true),
        ImportColumn("kind", ["性质", "单位性质", "类型"], isRequired: true),
        ImportColumn("credit_code", ["统一社会信用代码", "信用代码"]),
        ImportColumn("registered_on", ["登记日期", "注册日期", "成立日期"]),
        ImportColumn("industry", ["行业", "所属行业"]),
        ImportColumn("number", ["序号", "No"]),
        ImportColumn("note", ["备注", "说明"]),
    ]

    /// The words for kinds in offices' sheets.
    private static let kinds: [String: OrganizationKind] = [
        "企业": .company, "公司": .company, "个体工商户": .soleProprietor, "个体": .soleProprietor, "合作社": .cooperative,
        "机关": .agency, "事业单位": .publicInstitution, "研究院": .institute, "科研院所": .institute, "高校": .university,
        "大学": .university, "社会团体": .association, "民办非企业": .association, "其他": .other,
    ]

    /// An organization that a row describes; nil in a row that is unfit, whose findings say why.
    static func organization(_ sheet: inout SheetRow) -> OrganizationStore.ImportRow? {
        let code = sheet.read("code") { (text: String) throws(CodeRefusal) -> Noted<Code, NumberWarning> in
            Noted(value: try Code(text), warnings: [])
        } refusedAs: { text, refusal in
            ValueFault.code(field: "code", text, refusal)
        }
        let name = sheet.read("name", OrganizationName.lenient) { _, refusal in ValueFault.text(field: "name", refusal)
        }
        if sheet.row["name"] == nil { sheet.refuse("name", ValueFault.text(field: "name", .empty)) }
        let word = sheet.row["kind"] ?? ""
        let kind = OrganizationKind(rawValue: word) ?? kinds[word]
        if kind == nil {
            sheet.refuse(
                "kind",
                ValueFault.notAChoice(
                    field: "kind",
                    word,
                    choices: OrganizationKind.allCases.map(\.rawValue),
                    suggestions: Suggestion.nearest(to: word, in: kinds.keys.sorted())
                )
            )
        }
        let creditCode = sheet.read("credit_code", CreditCode.lenient) { text, refusal in
            ValueFault.creditCode(field: "credit-code", text, refusal)
        }
        let registered = sheet.read("registered_on", Day.lenient) { text, refusal in
            ValueFault.day(field: "registered-on", text, refusal)
        }
        let industry = sheet.read("industry") { (text: String) throws(TextRefusal) -> Noted<String, TextWarning> in
            Noted(value: try PlainText(text).text, warnings: [])
        } refusedAs: { _, refusal in
            ValueFault.text(field: "industry", refusal)
        }
        guard sheet.isFit, let name, let kind else { return nil }
        return OrganizationStore.ImportRow(
            code: code,
            name: name,
            kind: kind,
            creditCode: creditCode,
            registeredOn: registered,
            industry: industry
        )
    }
}
