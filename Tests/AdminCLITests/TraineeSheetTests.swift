import Testing
import Zones

@testable import AdminCLI

/// The sheets of `deploy/sample` as the imports read them.
@Suite struct TraineeSheetTests {
    /// A file of `deploy/sample`; this one lies in Tests/AdminCLITests.
    static func sample(_ name: String) -> String {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return parts.joined(separator: "/") + "/deploy/sample/" + name
    }

    @Test func `191 of the 200 trainees can be imported, nine rows are refused for nine reasons`() throws {
        let units = try ImportTable(path: Self.sample("units.csv"), columns: OrganizationSheet.columns)
        var codes: [String: Code] = [:]
        try units.forEach { row in
            var sheet = SheetRow(row)
            let read = OrganizationSheet.organization(&sheet)
            let unit = try #require(read, "\(sheet.errors(.en))")
            codes[unit.name.text] = try Code("U\(codes.count + 1)")
        }
        #expect(codes.count == 6)

        let table = try ImportTable(path: Self.sample("trainees-gbk.csv"), columns: PersonSheet.columns)
        #expect(table.encoding == .gb18030)
        let today = try Day(iso: "2024-10-19")
        let sheets = try SheetImport(table, key: "id_number", number: { $0.details.idNumber?.number }) { sheet in
            PersonSheet.person(&sheet, today: today, units: codes)
        }
        #expect(sheets.fit.count == 191)
        #expect(sheets.mended.count > 40)
        let names = sheets.fit.map(\.record.name.text)
        for name in ["样例一", "样例十七", "样例·四十一", "样例𠀀", "样例九十"] { #expect(names.contains(name)) }

        let columns = sheets.unfit.map { sheet in
            ([sheet.row["number"] ?? ""] + sheet.findings.filter { $0.code != nil }.map(\.heading)).joined(
                separator: " "
            )
        }
        #expect(
            columns == [
                "19 身份证号", "37 身份证号", "59 身份证号", "66 身份证号", "86 身份证号", "105 身份证号", "130 姓名", "157 身份证号",
                "185 姓名 手机号",
            ]
        )
        // The rows 66 and 157 have one id and so one reason, 185 has two.
        #expect(Set(sheets.unfit.flatMap { $0.errors(.en) }).count == 9)
    }
}
