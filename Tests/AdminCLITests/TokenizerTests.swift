import Testing

@testable import AdminCLI

@Suite struct TokenizerTests {
    private func texts(_ line: String) throws -> [String] { try Tokenizer.words(line).map(\.text) }

    private func fault(_ bytes: [UInt8]) -> LineError? {
        bytes.withUnsafeBufferPointer { buffer in
            do throws(LineError) {
                _ = try Tokenizer.words(buffer)
                return nil
            } catch { return error }
        }
    }

    private func fault(_ line: String) -> LineError? { fault(Array(line.utf8)) }

    @Test func `blanks and tabs separate words and empty lines have none`() throws {
        #expect(try texts("  venue \t add  ") == ["venue", "add"])
        #expect(try texts("") == [])
        #expect(try texts("   ") == [])
    }

    @Test func `a hash begins a comment only at the start of a word`() throws {
        #expect(try texts("venue list # all of them") == ["venue", "list"])
        #expect(try texts("# whole line 'unclosed") == [])
        #expect(try texts("venue add C#1 '# no' \\#2") == ["venue", "add", "C#1", "# no", "#2"])
    }

    @Test(arguments: [
        ("'a b'", "a b"), ("\"a b\"", "a b"), ("a\\ b", "a b"), ("'a\\b'", "a\\b"),
        ("\"a\\\"b\\\\c\\d\"", "a\"b\\c\\d"),
        ("--name='样例 一'", "--name=样例 一"), ("''", ""), ("\"\"", ""), ("a'b'\"c\"d", "abcd"), ("'it'\\''s'", "it's"),
        ("\\样", "样"), ("'; drop table person;--'", "; drop table person;--"), ("$1", "$1"), ("%s", "%s"),
    ])
    func `quotes and backslashes follow the shell`(line: String, word: String) throws {
        #expect(try texts(line) == [word])
    }

    @Test func `a word keeps the byte offset where it begins`() throws {
        #expect(try Tokenizer.words("期 add 'x y'").map(\.offset) == [0, 4, 8])
    }

    @Test func `an unclosed quote is refused at its opening`() {
        #expect(fault("venue add 'x") == LineError(fault: .unterminatedQuote("'"), offset: 10))
        #expect(fault("venue add x\"y") == LineError(fault: .unterminatedQuote("\""), offset: 11))
    }

    @Test func `a backslash at the end of a line is refused`() {
        #expect(fault("venue add \\") == LineError(fault: .backslashAtEnd, offset: 10))
    }

    @Test func `a carriage return belongs to the line end and nowhere else`() throws {
        #expect(try texts("venue list\r") == ["venue", "list"])
        #expect(fault("venue\rlist") == LineError(fault: .loneCarriageReturn, offset: 5))
    }

    @Test(
        arguments: [
            [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xC3], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xF0, 0x80, 0x80, 0xAF],
            [0xE5, 0xBC, 0xA0, 0xE5],
        ] as [[UInt8]]
    )
    func `bytes that are not UTF-8 are refused and never replaced`(bytes: [UInt8]) {
        guard case .notUTF8 = fault(Array("venue add ".utf8) + bytes)?.fault else {
            Issue.record("accepted or called something else")
            return
        }
    }

    @Test func `an overlong form is refused`() {
        #expect(fault(Array("venue add ".utf8) + [0xC0, 0xAF]) != nil)
    }

    @Test func `GBK bytes are recognised as such`() {
        #expect(fault(Array("person add ".utf8) + [0xD5, 0xC5, 0xC8, 0xFD])?.fault == .looksLikeGBK)
    }

    @Test func `UTF-8 cut in the middle of a later character is not called GBK`() {
        #expect(fault(Array("person add 张".utf8) + [0xE4, 0xB8])?.fault == .notUTF8(byte: 0xE4))
    }

    @Test func `NUL, controls, bidi characters, separators and a late BOM are refused, in comments too`() {
        #expect(fault("a\0b")?.fault == .nul)
        #expect(fault("a\u{1B}[31m")?.fault == .control(0x1B))
        #expect(fault("a\u{7F}")?.fault == .control(0x7F))
        #expect(fault("a\u{9B}")?.fault == .control(0x9B))
        #expect(fault("a \u{B}")?.fault == .control(0xB))
        #expect(fault("a\u{85}")?.fault == .control(0x85))
        #expect(fault("a # \u{202E}txt")?.fault == .bidi(0x202E))
        #expect(fault("a\u{2066}")?.fault == .bidi(0x2066))
        #expect(fault("'a\u{2028}b'")?.fault == .separator(0x2028))
        #expect(fault("a\u{FEFF}")?.fault == .byteOrderMark)
    }

    @Test func `a full-width space separates nothing and is refused outside quotes`() throws {
        #expect(fault("venue\u{3000}list") == LineError(fault: .wideSpace(0x3000), offset: 5))
        #expect(try texts("person add '张\u{3000}三'") == ["person", "add", "张\u{3000}三"])
        #expect(fault("person add \\'张\u{3000}三\\'")?.fault == .wideSpace(0x3000))
    }

    @Test func `rare ideographs, Uyghur letters and private use characters pass`() throws {
        #expect(try texts("𠀀 \u{30000} 阿卜杜拉·买买提 ئۇيغۇر \u{E863}").count == 5)
    }

    @Test func `columns count characters, not bytes`() {
        let line = Array("样例 add \0".utf8)
        let column = line.withUnsafeBufferPointer { UTF8Scan.column(of: 11, in: $0) }
        #expect(column == 8)
    }
}
