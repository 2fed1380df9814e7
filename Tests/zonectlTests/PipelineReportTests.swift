import StoreTesting
import Testing

/// The sample projects give the figures of the article's paragraph, line by line; by any division they give the same.
@Suite(.database)
struct PipelineReportTests {
    private var zonectl: Zonectl {
        var zonectl = Zonectl(database: TestDatabase.current)
        zonectl.options = ["--zone", "INNO", "--clock", "2024-07-01T09:00"]
        return zonectl
    }

    private struct Line: Equatable {
        let line: String
        let group: String
        let count: String
        let of: String
        let investment: String
    }

    private func report(_ axis: String, until: String = "2024-06-30", zone: String = "INNO") throws -> [Line] {
        var zonectl = zonectl
        zonectl.options[1] = zone
        let answer = try zonectl("pipeline", "report", "--since", "2024-01-01", "--until", until, "--by", axis)
        #expect(answer.status == 0, "\(answer.errors)")
        return answer.lines.map {
            let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Line(line: cells[0], group: cells[2], count: cells[3], of: cells[4], investment: cells[5])
        }
    }

    private func load() throws {
        let imported = try zonectl("project", "import", "deploy/sample/projects-2024h1.csv")
        #expect(imported.status == 0, "\(imported.errors)")
    }

    /// `line group count` of each figure.
    private func short(_ lines: [Line]) -> [String] { lines.map { "\($0.line) \($0.group) \($0.count)" } }

    @Test func `27 signed, 2 of the largest class, 7 in dollars, 20 started for 112 hundred million, 16 of 16, 51, 34`()
        throws
    {
        try load()
        let total = try report("total")
        #expect(
            short(total) == [
                "signed  27", "signed_50y  2", "signed_usd  7", "started  20", "key_started  16", "building  51",
                "completed  34",
            ]
        )
        #expect(total[3].investment == "11200000000.00")
        #expect(total[4].of == "16")
    }

    @Test func `by month, size, zone and credit the figures add up to the same`() throws {
        try load()
        let total = try report("total")
        for axis in ["month", "size", "zone"] {
            let lines = try report(axis)
            for figure in total {
                let parts = lines.filter { $0.line == figure.line }
                #expect(parts.reduce(0) { $0 + (Int($1.count) ?? 0) } == Int(figure.count), "\(axis) \(figure.line)")
            }
        }
        let bySize = short(try report("size"))
        #expect(
            bySize.filter { $0.hasPrefix("signed ") } == ["signed CNY-50Y 2", "signed CNY-5Y 18", "signed USD-30M 7"]
        )
        let months = Set(try report("month").filter { $0.line == "signed" }.map(\.group))
        #expect(months == ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"])
        #expect(short(try report("credit")).first == "signed INNO 27.00")
        #expect(short(try report("zone")).first == "signed INNO 27")
    }

    @Test func `a project that was given away counts where it is by custody, and as was agreed by credit`() throws {
        try load()
        let answer = try zonectl.session(
            """
            handoff offer --project G-010 --to ETDZ --reason 产业化 --credit 60 --code H-1
            use --zone ETDZ
            person add --code E1 --name 样例五
            person add --code E2 --name 样例六
            person add --code E3 --name 样例七
            squad assign --project G-010 --chief E1 --a E2 --b E3
            handoff accept H-1
            use --clock 2024-07-10T09:00
            project stage G-010 construction

            """
        )
        #expect(answer.status == 0, "\(answer.errors)")
        // What was signed before the handoff is its sender's; what started after it is shared.
        let custody = short(try report("zone", until: "2024-07-31"))
        #expect(custody.filter { $0.hasPrefix("started") } == ["started ETDZ 1", "started INNO 20"])
        #expect(custody.filter { $0.hasPrefix("signed ") } == ["signed ETDZ 1", "signed INNO 26"])
        let credit = short(try report("credit", until: "2024-07-31"))
        #expect(credit.filter { $0.hasPrefix("started") } == ["started ETDZ 0.40", "started INNO 20.60"])
        #expect(credit.filter { $0.hasPrefix("signed ") } == ["signed INNO 27.00"])
        #expect(short(try report("total", zone: "ETDZ"))[0] == "signed  1")
    }

    @Test func `the same file again changes nothing`() throws {
        try load()
        let again = try zonectl("project", "import", "deploy/sample/projects-2024h1.csv")
        #expect(again.status == 0 && again.errors.contains("112"), "\(again.errors)")
        #expect(try report("total").count == 7)
    }
}
