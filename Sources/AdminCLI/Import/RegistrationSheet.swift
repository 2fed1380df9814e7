import StartupEligibility
import Store
import Zones

/// A list of registered firms.
enum RegistrationSheet {
    static let columns =
        [
            ImportColumn("unit", ["单位名称", "企业名称", "名称", "单位"]), FactList.creditCode,
            ImportColumn("registered_on", ["成立日期", "注册日期", "登记日期", "核准日期"]),
            ImportColumn("state", ["登记状态", "经营状态", "企业状态"]),
            ImportColumn("small_or_micro", ["小微企业", "是否小微企业"]),
            ImportColumn("staff", ["职工人数", "从业人数", "在职职工人数"]),
        ] + FactList.ignored

    private static let states: [String: Bool] = [
        "存续": true, "在业": true, "在营": true, "开业": true, "存续（在营、开业、在册）": true, "在册": true, "正常": true,
        "operating": true, "注销": false, "吊销": false, "吊销，未注销": false, "停业": false, "歇业": false, "撤销": false,
        "closed": false,
    ]

    static func row(_ sheet: inout SheetRow, today: Day) -> FactStore.ImportRow? {
        let unit = sheet.organization()
        let values: [(String, String?)] = [
            ("registered_on", sheet.day("registered_on", notAfter: today).map(\.description)),
            ("operating", sheet.choice("state", states).map { $0 ? "yes" : "no" }),
            ("small_or_micro", sheet.flag("small_or_micro").map { $0 ? "yes" : "no" }),
            ("staff", sheet.count("staff").map(String.init)),
        ]
        let statements = values.compactMap { fact, value in
            value.map { FactStore.ImportRow.Statement(fact: fact, value: $0) }
        }
        if sheet.isFit, statements.isEmpty { sheet.need("registered_on") }
        guard sheet.isFit, let unit else { return nil }
        return FactStore.ImportRow(subject: .organization(unit), name: nil, statements: statements)
    }
}
