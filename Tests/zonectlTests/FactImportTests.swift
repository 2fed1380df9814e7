import Foundation
import Postgres
import StoreTesting
import Testing
import Zones

@testable import AdminCLI

/// The lists that other offices send, through the real binary.
@Suite(.database)
struct FactImportTests {
    let zonectl = Zonectl(database: TestDatabase.current)
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString)")

    private static let first = SampleIdentities.residentID(1)
    private static let second = SampleIdentities.residentID(2)
    private static let credit = SampleIdentities.creditCode(1)

    private func prepare() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let world = """
            org add --code FIRM --name 样例一科技有限公司 --kind company --credit-code \(Self.credit.text)
            person add --code A --name 样例一 --id-number \(Self.first.number) --unit FIRM
            person add --code B --name 样例二 --id-number \(Self.second.number)

            """
        let answer = try zonectl.session(world)
        try #require(answer.status == 0, "\(answer.errors)")
    }

    private func write(_ name: String, _ text: String, gbk: Bool = false) throws -> String {
        let file = folder.appendingPathComponent(name)
        let octets = gbk ? try #require(TextEncoder.encode(text, as: .gb18030)) : Array(text.utf8)
        try Data(octets).write(to: file)
        return file.path
    }

    private func kept() throws -> [String] {
        try TestDatabase.current.connection().rows(
            """
            select coalesce(p.code, o.code) || ' ' || v.fact || ' ' || v.value from eligibility.fact_value v
            left join core.person p on p.id = v.person_id left join core.organization o on o.id = v.organization_id
            order by 1
            """,
            as: String.self
        )
    }

    @Test func `months of insurance come in from an office's list, and the same file again changes nothing`() throws {
        try prepare()
        let list = """
            序号,姓名,身份证号,参保单位,险种,费款所属期起,费款所属期止,缴费类型
            1,样例一,\(Self.first.number),样例一科技有限公司,企业职工基本养老保险,202403,202404,正常缴费
            2,样例一,\(Self.first.number),样例九科技有限公司,养老,2024年5月,,补缴
            3,样例二,\(Self.second.number),样例九科技有限公司,工伤保险,2024-05,2024-05,正常

            """
        let file = try write("insurance.csv", list, gbk: true)
        let dry = try zonectl("--dry-run", "fact", "import", file, "--list", "insurance", "--on", "2024-06-01")
        #expect(dry.status == 0, "\(dry.errors)")
        #expect(try kept() == [])
        let answer = try zonectl("fact", "import", file, "--list", "insurance", "--on", "2024-06-01", "--all")
        #expect(answer.status == 0 && answer.lines.count == 3, "\(answer.errors)\(answer.text)")
        let expected = [
            "A insurance month=2024-03-01, type=pension, back_paid=no, own=yes",
            "A insurance month=2024-04-01, type=pension, back_paid=no, own=yes",
            "A insurance month=2024-05-01, type=pension, back_paid=yes, own=no",
            "B insurance month=2024-05-01, type=injury, back_paid=no",
        ]
        #expect(try kept() == expected)
        for day in ["2024-06-01", "2024-06-02"] {
            let again = try zonectl("--lang", "en", "fact", "import", file, "--list", "insurance", "--on", day)
            #expect(again.status == 0 && again.errors.contains("nothing changed"), "\(again.errors)")
        }
        #expect(try kept() == expected)
        let events: [String] = try TestDatabase.current.connection().rows(
            "select split_part(subject, ':', 1) || ' ' || verb from core.event where noun = 'fact' order by 1",
            as: String.self
        )
        #expect(events == ["file import", "person-facts import", "person-facts import"])
        let facts = try zonectl("fact", "list", "A", "--as-of", "2024-06-01")
        #expect(facts.lines.contains { $0.hasPrefix("insurance\t") && $0.contains("\t3 [") }, "\(facts.text)")
    }

    @Test func `all bad rows are told in one run, and their file can be mended and imported`() throws {
        try prepare()
        let list = """
            name,id_number,month,type
            样例一,\(Self.first.number),2024-03,pension
            样例一,\(Self.first.number),2024-13,pension
            样例九,\(Self.first.number),2024-04,pension
            样例三,\(SampleIdentities.residentID(3).number),2024-03,pension
            样例二,,2024-03,pension
            样例二,\(Self.second.number),2099-01,pension
            样例二,\(Self.second.number),2024-05,火灾险

            """
        let file = try write("insurance.csv", list)
        let rejects = folder.appendingPathComponent("bad.csv").path
        let answer = try zonectl(
            "--lang",
            "en",
            "fact",
            "import",
            file,
            "--list",
            "insurance",
            "--on",
            "2024-06-01",
            "--rejects",
            rejects
        )
        #expect(answer.status == 2, "\(answer.errors)")
        let told = answer.lines.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            return cells[0] + " " + cells[4]
        }
        #expect(told.count == 6 && told.first?.hasPrefix("3 CLI") ?? false, "\(answer.text)")
        #expect(told.contains("4 IMP24") && told.contains("5 IMP26") && told.contains("7 IMP28"), "\(told)")
        #expect(try kept() == ["A insurance month=2024-03-01, type=pension"])
        let bad = try String(contentsOfFile: rejects, encoding: .utf8)
        let mended = bad.replacing("2024-13", with: "2024-12").replacing("样例九", with: "样例一")
        let second = try write("mended.csv", mended)
        #expect(try zonectl("fact", "import", second, "--list", "insurance", "--on", "2024-06-01").status == 2)
        #expect(try kept().contains("A insurance month=2024-04-01, type=pension"))
    }

    @Test func `hires are kept under a key that tells nobody's number, and contradicting rows are refused`() throws {
        try prepare()
        let list = """
            用人单位,姓名,身份证号,合同起始日期,合同终止日期,参保月数,已享受补贴,法定代表人
            样例一科技有限公司,样例二,\(Self.second.number),2024-01-15,2025-01-14,6,否,否
            样例一科技有限公司,样例五,,2024-02-01,2025-01-30,5,否,否
            样例一科技有限公司,样例二,\(Self.second.number),2024-01-15,2025-01-14,7,否,否
            样例九科技有限公司,样例六,,2024-02-01,,5,否,否

            """
        let file = try write("hires.csv", list)
        let answer = try zonectl("fact", "import", file, "--list", "hires", "--on", "2024-07-01")
        #expect(answer.status == 2)
        #expect(answer.text.contains("4\trefused") && answer.text.contains("IMP27"), "\(answer.text)")
        #expect(answer.text.contains("5\trefused") && answer.text.contains("IMP26"))
        let rest = "insured_months=%, subsidised=no, founder=no"
        #expect(
            try kept() == [
                "FIRM hires start_on=2024-01-15, contract_months=12, " + rest.replacing("%", with: "6"),
                "FIRM hires start_on=2024-02-01, contract_months=11, " + rest.replacing("%", with: "5"),
            ]
        )
        let leaks: Int? = try TestDatabase.current.connection().value(
            "select count(*) from eligibility.fact_value where row_key like '%' || \(Self.second.number) || '%'"
        )
        #expect(leaks == 0)
    }

    @Test func `registrations say when a firm was founded and whether it runs`() throws {
        try prepare()
        let list = """
            企业名称\t统一社会信用代码\t成立日期\t登记状态\t小微企业\t从业人数
            样例一科技有限公司\t\(Self.credit.text)\t2024/3/5\t存续\t是\t12
            样例一科技有限公司\t\(Self.credit.text)\t\t注销\t\t

            """
        let file = try write("registrations.tsv", list)
        let answer = try zonectl("fact", "import", file, "--list", "registrations", "--on", "2024-07-01")
        #expect(answer.status == 2, "\(answer.errors)")
        #expect(
            try kept() == [
                "FIRM operating yes", "FIRM registered_on 2024-03-05", "FIRM small_or_micro yes", "FIRM staff 12",
            ]
        )
    }

    @Test func `a list of another kind is refused before any row is read`() throws {
        try prepare()
        let file = try write("hires.csv", "用人单位,姓名,入职日期\n样例一科技有限公司,样例二,2024-01-15\n")
        #expect(try zonectl("fact", "import", file, "--list", "insurance").status == 65)
        #expect(try zonectl("fact", "import", file, "--list", "hires", "--on", "2999-01-01").status == 65)
        #expect(try kept() == [])
    }
}
