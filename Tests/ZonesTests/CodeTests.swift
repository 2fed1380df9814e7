import Testing

@testable import Zones

@Suite struct CodeTests {
    @Test(arguments: [
        "E-2026-000123", "砺剑班3期", "ETDZ", "a", "_x", ".x", "9", "人才夜课堂.2024-09", "〇", "𠀀", "null",
        String(repeating: "x", count: 40), String(repeating: "班", count: 40),
    ])
    func `letters, digits, ideographs and three signs make a code`(_ text: String) throws {
        #expect(try Code(text).text == text)
        #expect(try ZoneCode(text).text == text)
    }

    @Test(arguments: [
        ("", CodeRefusal.empty), ("-x", .firstCharacter("-")), ("@x", .firstCharacter("@")),
        ("a b", .character(" ", position: 2)), ("a ", .character(" ", position: 2)),
        ("a@b", .character("@", position: 2)),
        ("a/b", .character("/", position: 2)), ("a'b", .character("'", position: 2)),
        ("é", .character("é", position: 1)),
        ("e\u{301}", .character("\u{301}", position: 2)), ("Ａ", .character("Ａ", position: 1)),
        ("А", .character("А", position: 1)), ("a\0", .character("\0", position: 2)),
        ("a\n", .character("\n", position: 2)),
        ("a\r\n", .character("\r", position: 2)), ("１", .character("１", position: 1)),
        ("\u{F900}", .character("\u{F900}", position: 1)), ("\u{2F00}", .character("\u{2F00}", position: 1)),
        ("a\u{200B}", .character("\u{200B}", position: 2)), ("班\u{E0100}", .character("\u{E0100}", position: 2)),
        (String(repeating: "x", count: 41), .tooLong(limit: 40)),
        (String(repeating: "x", count: 1 << 20), .tooLong(limit: 40)),
    ])
    func `anything else is refused by its place`(_ text: String, _ refusal: CodeRefusal) {
        #expect(throws: refusal) { try Code(text) }
        #expect(throws: refusal) { try ZoneCode(text) }
    }

    @Test func `codes differ by case and are ordered by their bytes`() throws {
        #expect(try Code("a") != Code("A"))
        #expect(try Code("A") < Code("a"))
        #expect(try Code("z") < Code("一"))
    }

    @Test func `a zone acts until the day it is closed`() throws {
        let name = try OrganizationName("样例开发区")
        let open = Zone(code: try ZoneCode("ETDZ"), name: name)
        #expect(open.isOpen(on: .last))
        let closed = Zone(code: try ZoneCode("ETDZ"), name: name, closedOn: try day("2024-10-01"))
        #expect(try closed.isOpen(on: day("2024-09-30")))
        #expect(try !closed.isOpen(on: day("2024-10-01")))
    }
}
