import StartupEligibility
import Store
import Zones

/// A list of people whom organizations hired.
enum HireSheet {
    static let columns =
        [
            ImportColumn("unit", ["用人单位", "单位名称", "企业名称", "单位"]), FactList.creditCode,
            ImportColumn("name", ["姓名", "员工姓名", "人员姓名"], isRequired: true), FactList.idNumber,
            ImportColumn("start_on", ["入职日期", "合同起始日期", "合同开始日期", "用工起始日期", "就业日期"], isRequired: true),
            ImportColumn("until", ["合同终止日期", "合同结束日期", "合同截止日期"]),
            ImportColumn("contract_months", ["合同期", "合同期限", "合同月数"]),
            ImportColumn("insured_months", ["参保月数", "缴费月数", "累计参保月数"]),
            ImportColumn("subsidised", ["已享受补贴", "是否享受补贴", "已享受社保补贴"]),
            ImportColumn("founder", ["创业者本人", "法定代表人", "是否法定代表人"]),
            ImportColumn("graduate", ["高校毕业生", "是否高校毕业生"]),
        ] + FactList.ignored

    /// What a contract without an end counts as: more than any rule asks for.
    private static let openEnded = 600

    static func row(_ sheet: inout SheetRow, today: Day) -> FactStore.ImportRow? {
        let unit = sheet.organization()
        sheet.need("name")
        let name = sheet.name("name")
        let number = sheet.idNumber("id_number", on: today)
        sheet.need("start_on")
        let start = sheet.day("start_on", notAfter: today)
        let contract = contractMonths(&sheet, start)
        let cells: [(String, String?)] = [
            ("start_on", start.map(\.description)), ("contract_months", contract.map(String.init)),
            ("insured_months", sheet.count("insured_months").map(String.init)),
            ("subsidised", sheet.flag("subsidised").map { $0 ? "yes" : "no" }),
            ("founder", sheet.flag("founder").map { $0 ? "yes" : "no" }),
            ("graduate", sheet.flag("graduate").map { $0 ? "yes" : "no" }),
        ]
        guard sheet.isFit, let unit, let name, let start else { return nil }
        let value = cells.compactMap { column, text in text.map { column + "=" + $0 } }.joined(separator: ", ")
        let key = number?.number ?? name.text + " \(start)"
        return FactStore.ImportRow(
            subject: .organization(unit),
            name: nil,
            statements: [FactStore.ImportRow.Statement(fact: "hires", key: .personal(key), value: value)]
        )
    }

    /// The contract's months as given, else the full ones from its first day to its last.
    private static func contractMonths(_ sheet: inout SheetRow, _ start: Day?) -> Int? {
        if let text = sheet.row["contract_months"], text.contains("无固定期限") { return openEnded }
        if let months = sheet.count("contract_months") { return months }
        guard let end = sheet.day("until"), let start else { return nil }
        guard end >= start, let next = try? end.adding(days: 1) else {
            sheet.refuse("until", SheetFault.endsBeforeStart)
            return nil
        }
        let (a, b) = (start.parts, next.parts)
        let months = (b.year - a.year) * 12 + b.month - a.month
        return (try? start.adding(months: months)).map { $0 > next } ?? false ? months - 1 : months
    }
}
