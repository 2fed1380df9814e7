import Foundation
import Postgres
import StoreTesting
import Testing
import Zones

@testable import AdminCLI

/// The officer's morning: an office's sheet of 200 rows, nine of them broken, by the real binary.
@Suite(.database)
struct OfficerSceneTests {
    private var zonectl: Zonectl {
        Zonectl(
            database: TestDatabase.current,
            options: ["--zone", "INNO", "--clock", "2024-08-20T09:00", "--lang", "zh"]
        )
    }

    private func prepare(capacity: Int = 250) throws {
        let answer = try zonectl.session(
            """
            org import deploy/sample/units.csv
            program add --code LIJIAN --name-zh 砺剑班 --name-en Sword --audience promotion-staff
            cohort add --code LIJIAN-3 --program LIJIAN --number 3 --starts-on 2024-09-10 --ends-on 2024-12-20 --capacity \(capacity)

            """
        )
        try #require(answer.status == 0, "\(answer.errors)")
    }

    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("zb-scene-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func importing(_ file: URL, _ arguments: String...) throws -> Zonectl.Answer {
        try zonectl.run(["application", "import", file.path, "--cohort", "LIJIAN-3"] + arguments)
    }

    private func count(_ statement: Statement = "select count(*) from enrollment.enrollment") throws -> Int64 {
        try TestDatabase.current.connection().value(statement, as: Int64.self) ?? -1
    }

    /// What the nine refused rows should have said, by their number in the sheet.
    private static let mended = """
        19,样例十九,320602198708189192,1987-08-18,13800000019,样例科技创新局,项目经理,,
        37,样例三十七,320681198804089373,1988-04-08,13800000037,样例科技创新局,招商专员,,
        59,样例五十九,320602198307309595,1983-07-30,13800000059,样例生物医药有限公司,项目经理,,
        66,样例六十六,320682198607259667,1986-07-25,13800000066,样例招商局,副科长,,
        86,样例八十六,320682198407159864,1984-07-15,13800000086,样例先进技术研究院,总经理助理,,
        105,样例一百零五,320681199603019058,1996-03-01,13800000105,样例新材料有限公司,研发主管,,
        130,样例一百三十,320682199910179306,1999-10-17,13800000130,样例智能装备有限公司,副科长,,
        157,样例一百五十七,320681197602119576,1976-02-11,13800000157,样例科技创新局,招商专员,,
        185,样例一百八十五,320681198801239858,1988-01-23,13800000185,样例生物医药有限公司,研发主管,,

        """

    @Test func `one command, nine reasons in Chinese; the mended rejects make nine more, and nobody twice`() throws {
        try prepare()
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sheet = folder.appendingPathComponent("学员.csv")
        try FileManager.default.copyItem(
            at: Zonectl.repository.appendingPathComponent("deploy/sample/trainees-gbk.csv"),
            to: sheet
        )
        let rehearsal = try zonectl.run(["--dry-run", "application", "import", sheet.path, "--cohort", "LIJIAN-3"])
        #expect(rehearsal.errors.contains("新增 191"))
        #expect(try count() == 0)

        let first = try importing(sheet)
        #expect(first.status == 2)
        #expect(first.errors.contains("新增 191（其中候补 0），已有 0，退回 9"), "\(first.errors)")
        let refused = first.lines.filter { $0.contains("\trefused\t") }
        #expect(Set(refused.map { $0.split(separator: "\t")[0] }).count == 9)
        for reason in ["校验码不对", "15 位的一代身份证号", "出生日期有误", "第 67 行与第 158 行号码相同", "在今天之后", "科学计数法", "看不见", "不能为空"] {
            #expect(refused.contains { $0.contains(reason) }, "\(reason)")
        }
        #expect(try count() == 191)

        let rejects = folder.appendingPathComponent("学员.csv.rejects.csv")
        let header = try #require(
            ImportFile.text(at: rejects.path).split(whereSeparator: \.isNewline).first.map(String.init)
        )
        #expect(header.hasSuffix(",_errors"))
        let bytes = try #require(TextEncoder.encode(header + "\n" + Self.mended, as: .gb18030))
        let again = folder.appendingPathComponent("改好.csv")
        try Data(bytes).write(to: again)
        let second = try importing(again)
        #expect(second.status == 0, "\(second.errors)")
        #expect(second.errors.contains("新增 9（其中候补 0），已有 0，退回 0"), "\(second.errors)")
        #expect(try count() == 200)
        #expect(try count("select count(distinct identity_id) from enrollment.enrollment") == 200)

        let third = try importing(again)
        #expect(third.errors.contains("没有改动"), "\(third.errors)")
        #expect(try count() == 200)
    }

    @Test func `the file changed by one cell changes that row only`() throws {
        try prepare()
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sheet = folder.appendingPathComponent("a.csv")
        let header = "序号,姓名,身份证号,出生日期,手机号,单位,职务,备注,_errors\n"
        try Data((header + Self.mended).utf8).write(to: sheet)
        #expect(try importing(sheet).errors.contains("新增 9"))
        let changed = (header + Self.mended).replacing("样例五十九", with: "样例五十八")
        try Data(changed.utf8).write(to: sheet)
        let answer = try importing(sheet)
        #expect(answer.errors.contains("新增 0（其中候补 0），已有 8，退回 1"), "\(answer.errors)")
        #expect(answer.text.contains("IMP24"))
        #expect(try count("select count(*) from core.person where name = '样例五十八'") == 0)
    }

    @Test func `a row of another width, a day as a spreadsheet's number, and a person without number are told apart`()
        throws
    {
        try prepare(capacity: 1)
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sheet = folder.appendingPathComponent("a.tsv")
        let text = """
            姓名\t出生日期\t手机号
            样例甲\t31768\t13800000001
            样例乙\t1990-01-01
            样例丙\t1990年1月2日\t13800000003

            """
        try Data([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).write(to: sheet)
        let answer = try importing(sheet, "--all")
        #expect(answer.errors.contains("新增 2（其中候补 1），已有 0，退回 1"), "\(answer.errors) \(answer.text)")
        #expect(answer.text.contains("CLI74"))
        #expect(try count("select count(*) from core.person where birth_on = '1986-12-22'") == 1)
        let again = try importing(sheet)
        #expect(again.errors.contains("新增 0（其中候补 0），已有 2，退回 1"), "\(again.errors) \(again.text)")
        #expect(try count("select count(*) from core.person") == 2)
    }

    @Test func `an import killed in the middle is done again, and nothing twice`() throws {
        try prepare(capacity: 100_000)
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sheet = folder.appendingPathComponent("a.csv")
        var text = "姓名,身份证号\n"
        for index in 0..<4_000 {
            text += "\(SampleIdentities.personName(index)),\(SampleIdentities.residentID(index).number)\n"
        }
        try Data(text.utf8).write(to: sheet)
        let process = Process()
        process.executableURL = Zonectl.binary
        let dsn =
            "host=\(ThrowawayCluster.shared.folder ?? "/tmp") port=5432 dbname=\(TestDatabase.current.name) user=tester"
        process.arguments =
            ["--dsn", dsn] + zonectl.options + ["application", "import", sheet.path, "--cohort", "LIJIAN-3"]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "ZONECTL_KEYS": TestKeys.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let deadline = Date().addingTimeInterval(60)
        while try count() < 500, Date() < deadline { usleep(20_000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let partly = try count()
        #expect(partly >= 500 && partly % 500 == 0, "\(partly)")
        let answer = try importing(sheet)
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try count() == 4_000)
        #expect(try count("select count(distinct identity_id) from enrollment.enrollment") == 4_000)
        #expect(try count("select taken::bigint from enrollment.cohort_seats") == 4_000)
    }
}
