import Store
import Testing
import Zones

@testable import AdminCLI

@Suite struct LineParserTests {
    private func parse(
        _ line: String,
        isArgv: Bool = false,
        made: [String: String] = [:]
    ) throws -> ParsedLine {
        let parser = LineParser(registry: SampleRegistry.registry, isArgv: isArgv) { made[$0] }
        return try parser.parse(Tokenizer.words(line)[...], options: Options())
    }

    private func fault(_ line: String, isArgv: Bool = false) -> (code: String, offset: Int, fault: any Explained)? {
        do {
            _ = try parse(line, isArgv: isArgv)
            return nil
        } catch let error as Located {
            return (error.fault.code, error.offset, error.fault)
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test func `a line gives its command and the values of its fields`() throws {
        let line = try parse("venue add 样例报告厅 --capacity 120 --opened=2024-09-01 --joint --code V-1")
        #expect(line.command.name == "venue add")
        #expect(
            line.values == [
                .organizationName(try OrganizationName("样例报告厅")), .integer(120), .day(try Day(iso: "2024-09-01")), nil,
                .choice("room"), .flag, .code(try Code("V-1")),
            ]
        )
    }

    @Test func `keys and fields may stand in any order and two dashes end the fields`() throws {
        let one = try parse("venue add X --capacity 1")
        #expect(try parse("venue add --capacity 1 X").canonical == one.canonical)
        #expect(try parse("venue add --capacity=1 -- X").canonical == one.canonical)
    }

    @Test func `the canonical form does not depend on order, quotes or spelling of a field`() throws {
        let one = try parse("venue add '样例 厅' --capacity 5 --rent 10")
        #expect(try parse("venue add --rent=10 --capacity '5' \"样例 厅\"").canonical == one.canonical)
        #expect(try parse("venue add '样例 厅' --capacity 6 --rent 10").canonical != one.canonical)
    }

    @Test func `a last key that is a list takes all words and commas`() throws {
        let line = try parse("cohort close C1 C2,C3 --reason 样例")
        #expect(line.values[0] == .list([.code(try Code("C1")), .code(try Code("C2")), .code(try Code("C3"))]))
    }

    @Test(arguments: [
        ("venu list", "CLI20", 0), ("add venue", "CLI20", 0), ("venue lst", "CLI21", 6), ("venue", "CLI22", 0),
        ("venue add X --capcity 3", "CLI23", 12), ("venue add X --capacity 3 --capacity 3", "CLI24", 36),
        ("venue add", "CLI25", 6), ("venue add X --capacity", "CLI26", 12),
        ("venue add X --capacity --joint", "CLI26", 12),
        ("venue add X --capacity 1 --joint=yes", "CLI27", 25), ("venue list X", "CLI28", 11),
        ("--jsn venue list", "CLI29", 0), ("--dry-run venue list", "CLI30", 0), ("venue list --json", "CLI30", 11),
        ("--zone @@ venue list", "CLI32", 7), ("cohort close @cohort --reason x", "CLI33", 13),
        ("--zone Z", "CLI36", 0),
        ("venue add X --capacity 1 --code -x", "CLI40", 32), ("venue add \u{FFFD} --capacity 1", "CLI41", 10),
        ("venue add X --capacity 1 --opened 2024-02-30", "CLI42", 34),
        ("venue add X --capacity 1 --rent 0.005", "CLI44", 32),
        ("venue add X --capacity 0", "CLI46", 23), ("venue add X --capacity 1e3", "CLI46", 23),
        ("venue add X --capacity 1 --kind hal", "CLI47", 32),
    ])
    func `each mistake has its code and its place`(line: String, code: String, offset: Int) {
        let found = fault(line)
        #expect(found?.code == code)
        #expect(found?.offset == offset)
    }

    @Test func `a mistyped noun, verb, field or choice is answered with a suggestion`() {
        #expect(fault("venu list")?.fault.hint?.en.contains("venue") == true)
        #expect(fault("venue lits")?.fault.hint?.en.contains("list") == true)
        #expect(fault("venue create X")?.fault.hint?.en.contains("add") == true)
        #expect(fault("venue add X --capcity 3")?.fault.hint?.en.contains("--capacity") == true)
        #expect(fault("venue add X --capacity 1 --kind hal")?.fault.hint?.en.contains("hall") == true)
        #expect(fault("add venue")?.fault.hint?.zh.contains("venue add") == true)
    }

    @Test func `all missing fields are named at once`() {
        #expect(fault("venue add")?.fault.en == "venue add needs NAME --capacity")
    }

    @Test func `at noun stands for the last code made and is remembered`() throws {
        let line = try parse("cohort close @cohort --reason x", made: ["cohort": "C-2024-000007"])
        #expect(line.values[0] == .list([.code(try Code("C-2024-000007"))]))
        #expect(line.usesReference)
        #expect(try parse("cohort close C-2024-000007 --reason x").canonical == line.canonical)
    }

    @Test func `an at sign in a text is text`() throws {
        #expect(try parse("cohort close C1 --reason @SUM").values[1] == .text("@SUM"))
    }

    @Test func `argv takes global options anywhere`() throws {
        let line = try parse("venue list --json --zone ETDZ --lang en", isArgv: true)
        #expect(line.options.form == .json)
        #expect(line.options.zone == (try ZoneCode("ETDZ")))
        #expect(line.options.language == .en)
        #expect(fault("venue list --json --csv", isArgv: true)?.code == "CLI31")
        #expect(fault("venue list --resume", isArgv: true)?.code == "CLI31")
        #expect(fault("venue list --tx=lines", isArgv: true)?.code == "CLI32")
    }

    @Test func `a one-word command needs no verb and takes none`() throws {
        #expect(try parse("todo").command.name == "todo")
        #expect(fault("todo now")?.code == "CLI28")
    }

    @Test func `typed access gives values, defaults and absences`() throws {
        let line = try parse("venue add X --capacity 9 --joint")
        let invocation = Invocation(command: line.command, values: line.values, request: try .sample())
        #expect(try invocation.integer("capacity") == 9)
        #expect(try invocation.flag("joint"))
        #expect(try invocation.choice("kind") == "room")
        #expect(try invocation.optionalMoney("rent") == nil)
        #expect(throws: Misdeclared.self) { try invocation.day("opened") }
        #expect(throws: Misdeclared.self) { try invocation.money("capacity") }
        #expect(throws: Misdeclared.self) { try invocation.flag("no such field") }
    }
}
