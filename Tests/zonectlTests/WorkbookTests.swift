import Foundation
import StoreTesting
import Testing

/// XLSX workbooks through Debian's xlsx2csv, by the real binary; skipped where that is not installed.
@Suite(.database)
struct WorkbookTests {
    private static let hasReader = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: $0 + "/xlsx2csv") }

    private let zonectl = Zonectl(
        database: TestDatabase.current,
        options: ["--zone", "INNO", "--clock", "2024-08-20T09:00", "--lang", "zh"]
    )

    private func importing(_ workbook: Data, _ arguments: String...) throws -> Zonectl.Answer {
        let made = try zonectl.session(
            """
            program add --code LIJIAN --name-zh 砺剑班 --name-en Sword --audience promotion-staff
            cohort add --code LIJIAN-3 --program LIJIAN --number 3 --starts-on 2024-09-10 --ends-on 2024-12-20 --capacity 9

            """
        )
        try #require(made.status == 0, "\(made.errors)")
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try workbook.write(to: file)
        let rejects = file.path + ".rejects"
        defer { try? FileManager.default.removeItem(atPath: rejects) }
        return try zonectl.run(
            ["application", "import", file.path, "--cohort", "LIJIAN-3", "--all", "--rejects", rejects] + arguments
        )
    }

    private static let header: [Workbook.Value] = [.text("姓名"), .text("身份证号"), .text("出生日期"), .text("手机号")]

    @Test(.enabled(if: hasReader, "xlsx2csv is not installed"))
    func `a workbook's days are read under a date format and as bare serial numbers`() throws {
        let answer = try importing(
            Workbook(rows: [
                Self.header,
                [.text("样例一"), .text("320602198708189192"), .date(32_007), .text("13800000019")],
                [.text("样例二"), .text("320681198804089373"), .number("32241"), .number("13800000037")],
                // A spreadsheet keeps no empty cells at the end of a row.
                [.text("样例三"), .text("320602198307309595")],
            ]).data
        )
        #expect(answer.status == 0, "\(answer.text)\(answer.errors)")
        #expect(answer.lines.count { $0.contains("\tenrolled\t") } == 3, "\(answer.text)")
        let days = try TestDatabase.current.connection().rows(
            "select birth_on::text from core.person order by code",
            as: String.self
        )
        #expect(days == ["1987-08-18", "1988-04-08", "1983-07-30"])
    }

    @Test(
        .enabled(if: hasReader, "xlsx2csv is not installed"),
        arguments: ["3.20602198708189E+17", "3.20602E+17", "320602198708189000"]
    )
    func `an id that a workbook keeps as a number is refused, and the reason says what happened`(id: String)
        throws
    {
        let answer = try importing(
            Workbook(rows: [Self.header, [.text("样例一"), .number(id), .empty, .text("13800000019")]]).data
        )
        #expect(answer.status == 2)
        #expect(answer.lines.count == 1 && answer.text.contains("电子表格"), "\(answer.text)")
        #expect(try TestDatabase.current.connection().value("select count(*) from core.person", as: Int64.self) == 0)
    }

    @Test(.enabled(if: hasReader, "xlsx2csv is not installed"))
    func `an archive that is no workbook is refused as a whole`() throws {
        let answer = try importing(Data(Workbook(rows: [Self.header]).data.prefix(200)))
        #expect(answer.status == 65, "\(answer.errors)")
        #expect(answer.errors.contains("XLSX"))
    }
}
