import StoreTesting
import Testing

/// The sample projects give the figures of the article's paragraph, line by line.
@Suite(.database)
struct PipelineTests {
    let zonectl = Zonectl(database: TestDatabase.current)

    private func report(_ axis: String) throws -> [[String]] {
        try zonectl("pipeline", "report", "--since", "2024-01-01", "--until", "2024-06-30", "--by", axis).lines.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func `27 signed, 2 of the largest class, 7 in dollars, 20 started for 112 hundred million, 16 of 16, 51, 34`()
        throws
    {
        let imported = try zonectl("project", "import", "deploy/sample/projects-2024h1.csv")
        #expect(imported.status == 0, "\(imported.errors)")
        let total = try report("total")
        let figures = total.map { "\($0[0]) \($0[3])" }
        #expect(
            figures == [
                "signed 27", "signed_50y 2", "signed_usd 7", "started 20", "key_started 16", "building 51",
                "completed 34",
            ]
        )
        let byLine = Dictionary(uniqueKeysWithValues: total.map { ($0[0], $0) })
        #expect(byLine["started"]?[5] == "11200000000.00")
        #expect(byLine["key_started"]?[4] == "16")
        for axis in ["month", "size", "zone"] {
            let sums = Dictionary(grouping: try report(axis), by: { $0[0] }).mapValues { rows in
                rows.reduce(0) { $0 + (Int($1[3]) ?? 0) }
            }
            for row in total { #expect(sums[row[0]] == Int(row[3]), "\(axis) \(row[0])") }
        }
    }

    @Test func `the same file again changes nothing, and a bad row is named`() throws {
        _ = try zonectl("project", "import", "deploy/sample/projects-2024h1.csv")
        let again = try zonectl("project", "import", "deploy/sample/projects-2024h1.csv")
        #expect(again.status == 0 && again.errors.contains("112"), "\(again.errors)")
    }
}
