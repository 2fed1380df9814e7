import Testing

@testable import Zones

@Suite struct DivisionCodesTests {
    let divisions: DivisionCodes

    init() throws { divisions = try DataFiles.divisions() }

    @Test func `in Nantong only codes of the standard are known, elsewhere every county of a province`() {
        for code in [
            "320600", "320602", "320613", "320622", "320626", "320685", "320500", "310104", "654321", "110101",
        ] {
            #expect(divisions.isKnown(code), "\(code)")
        }
        for code in ["320671", "320691", "320603", "320699", "000000", "160101", "710000", "990101", ""] {
            #expect(!divisions.isKnown(code), "\(code)")
        }
        // A prefecture without a county in the table does not make its counties unknown.
        let sparse = DivisionCodes([
            .init(code: "320000", name: "江苏省", from: nil, until: nil),
            .init(code: "320500", name: "苏州市", from: nil, until: nil),
        ])
        #expect(sparse.isKnown("320500") && sparse.isKnown("320505"))
        #expect(divisions.isKnown(province: "32"))
        #expect(!divisions.isKnown(province: "38"))
    }

    @Test(arguments: [
        ("320685", "2001-05-10", false), ("320685", "2018-09-24", true), ("320621", "2001-05-10", true),
        ("320621", "2019-01-01", false), ("320602", "1985-01-09", true), ("320602", "2020-01-01", false),
        ("320622", "1985-01-01", true), ("320622", "1992-01-01", false), ("320681", "1970-01-01", true),
        ("320612", "1985-01-01", false), ("320613", "2022-08-02", true), ("320500", "1930-01-01", true),
        ("320684", "1945-10-15", true),
    ])
    func `a code fits a birth day if it can be that of first registration`(
        _ code: String,
        _ born: String,
        _ fits: Bool
    ) throws {
        #expect(try divisions.fits(code, born: day(born)) == fits)
    }

    @Test func `a code that passed from one division to another has both`() {
        #expect(divisions.divisions(coded: "320602").map(\.name) == ["南通市城区", "南通市崇川区"])
        #expect(divisions.divisions(coded: "320685").map(\.from) == [2018])
        #expect(divisions.divisions(coded: "320500").isEmpty)
    }

    @Test(arguments: [
        ("code,name_zh\n", 1, DataRefusal.Problem.header(expected: "code,name_zh,valid_from,valid_until")),
        ("32060,南通市,,\n", 2, .number("32060")), ("３20600,南通市,,\n", 2, .number("３20600")),
        ("320600,南通市,83,\n", 2, .number("83")), ("320600,南通市,1990,1983\n", 2, .order), ("320600,,,\n", 2, .word("")),
        ("320600,南通市,,\n320600,南通市,,\n", 3, .duplicate), ("320600,南通市,\n", 2, .columns(expected: 4, found: 3)),
        ("", 0, .noRows),
    ])
    func `a wrong line is refused by its number`(_ rows: String, _ line: Int, _ problem: DataRefusal.Problem) {
        let text = line == 1 ? rows : "code,name_zh,valid_from,valid_until\n" + rows
        #expect(throws: DataRefusal(line: line, problem: problem)) { try DivisionCodes(csv: text) }
    }
}
