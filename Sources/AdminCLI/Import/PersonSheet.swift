import Store
import Zones

/// A sheet of people as offices keep them: names, id numbers, phones, units.
enum PersonSheet {
    static let columns = [
        ImportColumn("name", ["姓名", "学员姓名", "人员姓名"], isRequired: true),
        ImportColumn("id_number", ["身份证号", "身份证号码", "居民身份证号", "公民身份号码", "证件号码"]),
        ImportColumn("birth_on", ["出生日期", "出生年月日", "生日"]),
        ImportColumn("phone", ["手机号", "手机", "手机号码", "联系电话", "电话"]),
        ImportColumn("unit", ["单位", "工作单位", "所在单位", "单位名称"]),
        ImportColumn("post", ["职务", "岗位", "职务职级"]),
        ImportColumn("number", ["序号", "编号", "No"]),
        ImportColumn("note", ["备注", "说明"]),
    ]

    /// A person that a row describes; nil in a row that is unfit, whose findings say why.
    static func person(_ sheet: inout SheetRow, today: Day, units: [String: Code]) -> (
        name: PersonName, details: PersonDetails
    )? {
        let name = sheet.read("name", PersonName.lenient) { _, refusal in ValueFault.text(field: "name", refusal) }
        if sheet.row["name"] == nil { sheet.refuse("name", ValueFault.text(field: "name", .empty)) }
        let divisions = ValueContext.table
        let number = sheet.read("id_number") { (text: String) throws(ResidentIDRefusal) in
            try ResidentID.lenient(text, on: today, divisions: divisions)
        } refusedAs: { _, refusal in
            ValueFault.residentID(field: "id-number", refusal)
        }
        let birth = sheet.read("birth_on", SpreadsheetDay.lenient) { text, refusal in
            ValueFault.day(field: "birth-on", text, refusal)
        }
        if let birth, birth > today {
            sheet.refuse("birth_on", SheetFault.bornInFuture(birth))
        } else if let birth, let number, birth != number.birthDay {
            sheet.refuse("birth_on", SheetFault.birthDiffers(birth))
        }
        let phone = sheet.read("phone", PhoneNumber.lenient) { _, refusal in ValueFault.phone(field: "phone", refusal) }
        let post = sheet.read("post") { (text: String) throws(TextRefusal) -> Noted<String, TextWarning> in
            Noted(value: try PlainText(text).text, warnings: [])
        } refusedAs: { _, refusal in
            ValueFault.text(field: "post", refusal)
        }
        var unit: Code?
        if let text = sheet.row["unit"] {
            unit = units[text]
            if unit == nil { sheet.refuse("unit", SheetFault.unknownUnit(text)) }
        }
        guard sheet.isFit, let name else { return nil }
        return (name, PersonDetails(idNumber: number, birthOn: birth, phone: phone, unit: unit, post: post))
    }
}
