import Glibc
import Testing
import Zones

@testable import AdminCLI

/// What a row writer writes, caught in a file without a name.
func written(_ body: (ByteSink) throws -> Void) throws -> String {
    let file = try TemporaryFile()
    let sink = ByteSink(descriptor: file.descriptor)
    try body(sink)
    try sink.flush()
    var bytes: [UInt8] = []
    try file.copy { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
}

@Suite struct OutputFormTests {
    private let columns = [
        Column("venue", "场地", "venue", .code), Column("seats", "座位", "seats", .integer),
        Column("rent", "租金", "rent", .money), Column("joint", "共用", "joint", .flag),
    ]

    private func write(_ writer: some RowWriter, _ rows: [[Cell]]) throws {
        var writer = writer
        try writer.begin(columns)
        for row in rows { try writer.row(row) }
        try writer.end()
    }

    private func rows() throws -> [[Cell]] {
        [
            [.code("样例厅"), .integer(120), .money(try Money(yuan: "10.50")), .flag(true)],
            [.code("B"), .null, .null, .flag(false)],
        ]
    }

    @Test func `TSV has no header unless asked and NULL as backslash N`() throws {
        let rows = try rows()
        #expect(
            try written { try write(TSVWriter(sink: $0, hasHeader: false), rows) }
                == "样例厅\t120\t10.50\ttrue\nB\t\\N\t\\N\tfalse\n"
        )
        #expect(try written { try write(TSVWriter(sink: $0, hasHeader: true), []) } == "venue\tseats\trent\tjoint\n")
    }

    @Test func `TSV escapes as COPY text does`() {
        #expect(TSVWriter.escaped("a\tb\nc\\d\r\u{8}\u{B}\u{C}\\N") == "a\\tb\\nc\\\\d\\r\\b\\v\\f\\\\N")
        #expect(TSVWriter.escaped("a\r\nb") == "a\\r\\nb")
    }

    @Test func `JSON is one object a line with exact amounts as strings`() throws {
        let rows = try rows()
        #expect(
            try written { try write(JSONWriter(sink: $0), rows) } == """
                {"venue":"样例厅","seats":120,"rent":"10.50","joint":true}
                {"venue":"B","seats":null,"rent":null,"joint":false}

                """
        )
    }

    @Test func `JSON strings escape quotes, controls and what reorders a screen`() {
        #expect(JSON.quoted("a\"b\\c\n\u{1B}\u{202E}\u{2028}\u{9B}") == #""a\"b\\c\n\u001b\u202e\u2028\u009b""#)
        #expect(JSON.quoted("a\r\nb") == #""a\r\nb""#)
    }

    @Test func `CSV quotes as RFC 4180 and guards cells that look like formulas`() throws {
        #expect(CSV.line(["a,b", "c\"d", "e\r\nf", " g", "h"]) == "\"a,b\",\"c\"\"d\",\"e\r\nf\",\" g\",h\r\n")
        #expect(CSV.line([""]) == "\"\"\r\n")
        for formula in ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM", "\t=1", "\r=1", "＝1+1"] {
            #expect(CSV.guarded(formula) == "'" + formula)
        }
        let row: [Cell] = [.code("-1"), .integer(-1), .null, .flag(true)]
        let text = try written { try write(CSVRowWriter(sink: $0, hasBOM: true), [row]) }
        #expect(text == "\u{FEFF}venue,seats,rent,joint\r\n'-1,-1,,true\r\n")
    }

    @Test func `a table is aligned by display width`() throws {
        let rows = try rows()
        let table = try written { try write(TableWriter(sink: $0, language: .zh, hasColor: false), rows) }
        #expect(table == "场地    座位   租金  共用\n样例厅   120  10.50  是\nB                    否\n")
    }

    @Test func `a table longer than its sample shows every row once`() throws {
        let rows = (0..<1_203).map { [Cell.code("V\($0)"), .integer($0), .null, .null] }
        let table = try written { try write(TableWriter(sink: $0, language: .en, hasColor: false), rows) }
        #expect(table.utf8.count { $0 == 0x0A } == 1_204)
    }

    @Test func `a terminal never receives control or bidi characters from data`() throws {
        #expect(
            TerminalText.escaped("a\u{1B}]52;c;x\u{7}\u{202E}\u{9B}\n") == "a\\u{1b}]52;c;x\\u{7}\\u{202e}\\u{9b}\\n"
        )
        #expect(TerminalText.escaped("a\r\nb") == "a\\r\\nb")
    }

    @Test(arguments: [
        ("abc", 3), ("样例", 4), ("ＡＢ", 4), ("e\u{301}", 1), ("葛\u{E0100}", 2), ("𠀀", 2), ("\u{30000}", 2), ("·", 1),
        ("，。", 4), ("🎓", 2), ("한글", 4), ("あア", 4), ("‘’", 2), ("\u{200B}", 0), ("阿卜杜拉·买买提", 15),
    ])
    func `display width counts ideographs as two and marks as none`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func `writing to a full disk or a closed pipe is told apart`() throws {
        let full = ByteSink(descriptor: open("/dev/full", O_WRONLY))
        try full.write("x")
        #expect(throws: SinkFault.failed(SystemError(number: ENOSPC))) { try full.flush() }
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        close(ends[0])
        let pipe = ByteSink(descriptor: ends[1])
        try pipe.write("x")
        #expect(throws: SinkFault.closed) { try pipe.flush() }
        close(ends[1])
        close(full.descriptor)
    }
}
