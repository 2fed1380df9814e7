import StartupEligibility
import Store
import Zones

/// A list of months of social insurance: a row a month, or a row for the months from one to another.
enum InsuranceSheet {
    static let columns =
        [
            ImportColumn("name", ["姓名", "人员姓名", "参保人"]), FactList.idNumber,
            ImportColumn("person", ["人员编号"]),
            ImportColumn("unit", ["单位", "参保单位", "缴费单位", "单位名称"]),
            ImportColumn("type", ["险种", "险种类型", "险种名称"]),
            ImportColumn(
                "month",
                ["缴费月份", "月份", "缴费年月", "费款所属期", "所属期", "费款所属期起", "起始月", "缴费起始月"],
                isRequired: true
            ),
            ImportColumn("until", ["费款所属期止", "终止月", "截止月", "缴费终止月"]),
            ImportColumn("back_paid", ["补缴", "是否补缴", "缴费类型", "缴费类别"]),
        ] + FactList.ignored

    private static let types: [String: String] = [
        "养老": "pension", "养老保险": "pension", "基本养老保险": "pension", "企业职工基本养老保险": "pension", "职工养老": "pension",
        "pension": "pension", "医疗": "medical", "医疗保险": "medical", "基本医疗保险": "medical", "职工医疗": "medical",
        "medical": "medical", "失业": "unemployment", "失业保险": "unemployment", "unemployment": "unemployment",
        "工伤": "injury",
        "工伤保险": "injury", "injury": "injury", "生育": "maternity", "生育保险": "maternity", "maternity": "maternity",
    ]

    private static let kinds: [String: Bool] = [
        "是": true, "补缴": true, "补收": true, "yes": true, "1": true, "否": false, "正常": false, "正常缴费": false,
        "正常应缴": false, "no": false, "0": false,
    ]

    /// Months that one row may span.
    private static let spanLimit = 600

    static func row(_ sheet: inout SheetRow, today: Day) -> FactStore.ImportRow? {
        let name = sheet.name("name")
        let number = sheet.idNumber("id_number", on: today)
        let person = sheet.read("person") { (text: String) throws(CodeRefusal) -> Noted<Code, NumberWarning> in
            Noted(value: try Code(text), warnings: [])
        } refusedAs: { text, refusal in
            ValueFault.code(field: "person", text, refusal)
        }
        if sheet.row["person"] == nil { sheet.need("id_number") }
        sheet.need("month")
        let first = sheet.month("month")
        let last = sheet.month("until") ?? first
        if let last, last > today { sheet.refuse("month", SheetFault.inFuture(last)) }
        let type = sheet.choice("type", types)
        let isBackPaid = sheet.choice("back_paid", kinds)
        guard let first, let last, let span = months(first, last) else {
            if first != nil, last != nil { sheet.refuse("until", SheetFault.endsBeforeStart) }
            return nil
        }
        let subject = number.map { FactStore.ImportRow.Subject.idNumber($0) } ?? person.map { .person($0) }
        guard sheet.isFit, let subject else { return nil }
        let unit = sheet.row["unit"]
        return FactStore.ImportRow(
            subject: subject,
            name: name,
            statements: span.map { month in
                statement(month, type: type, isBackPaid: isBackPaid, unit: unit)
            }
        )
    }

    private static func statement(_ month: Day, type: String?, isBackPaid: Bool?, unit: String?)
        -> FactStore.ImportRow.Statement
    {
        var value = "month=\(month)"
        if let type { value += ", type=" + type }
        if let isBackPaid { value += ", back_paid=" + (isBackPaid ? "yes" : "no") }
        return FactStore.ImportRow.Statement(
            fact: "insurance",
            key: .word((type ?? "social") + "-" + "\(month)".prefix(7)),
            value: value,
            employer: unit
        )
    }

    /// The months from one to another; nil when the last lies before the first, or far beyond it.
    private static func months(_ first: Day, _ last: Day) -> [Day]? {
        var months: [Day] = []
        var month = first
        while month <= last {
            months.append(month)
            guard months.count <= spanLimit, let next = try? month.adding(months: 1) else { return nil }
            month = next
        }
        return months.isEmpty ? nil : months
    }
}
