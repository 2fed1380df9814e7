import Testing

@testable import Zones

@Suite struct PlainTextTests {
    @Test(arguments: [
        "样例一", "null", "None", "NaN", "true", "0", "空", "'; drop table person;--", "$1", "%s", "\\x", "\\N",
        "=cmd|'/c calc'!A1", "+1", "-1", "@SUM", "＝1+1", "<script>", "${jndi:ldap}", "../../etc/passwd", "a, \"b\"",
        "阿卜杜拉·买买提", "ئابدۇللا", "བཀྲ་ཤིས", "𠀀", "\u{30000}", "\u{E863}", "葛\u{E0100}", "\u{F900}", "\u{2F00}", "😀",
        "Zoë Müller", "a\u{0300}\u{0301}\u{0302}\u{0303}",
    ])
    func `what everybody can see is a text and stays as it is`(_ text: String) throws {
        let plain = try PlainText(text)
        if text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) { return }
        #expect(plain.text.utf8.elementsEqual(text.utf8))
    }

    @Test(arguments: [
        ("a\0b", 2), ("\u{1B}[31mx", 1), ("\u{1B}]52;c;eA==\u{7}", 1), ("x\u{9B}31m", 2), ("x\u{7}", 2), ("x\u{8}y", 2),
        ("x\u{7F}", 2), ("x\u{2028}y", 2), ("x\u{2029}y", 2), ("x\u{85}y", 2), ("x\u{B}y", 2), ("a\r\nb", 2),
        ("a\rb", 2),
        ("a\nb", 2), ("\tx", 1), ("x\n", 2), ("样\u{1}", 2),
    ])
    func `a control character is refused by its place`(_ text: String, _ position: Int) throws {
        let scalar = text.unicodeScalars[
            text.unicodeScalars.index(text.unicodeScalars.startIndex, offsetBy: position - 1)
        ]
        #expect(throws: TextRefusal.control(scalar, position: position)) { try PlainText(text) }
    }

    @Test(
        arguments: [
            0x202E, 0x202A, 0x202B, 0x202C, 0x202D, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x61C,
        ] as [UInt32]
    )
    func `what turns the direction of the text is refused`(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(throws: TextRefusal.bidiControl(scalar, position: 2)) { try PlainText("张\(Character(scalar))三") }
    }

    @Test(
        arguments: [
            0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD, 0x2060, 0x3164, 0x115F, 0x1160, 0xFFA0, 0x180E, 0x180B, 0x34F, 0x2800,
            0xE0020, 0xFFF9, 0x2064, 0x206A,
        ] as [UInt32]
    )
    func `what nobody sees is refused`(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        var text = "A"
        text.unicodeScalars.append(scalar)
        #expect(throws: TextRefusal.invisible(scalar, position: 2)) { try PlainText(text) }
    }

    @Test func `a selector of a glyph needs an ideograph before it`() throws {
        #expect(try PlainText("葛\u{E0100}").text.unicodeScalars.count == 2)
        #expect(try PlainText("\u{F900}\u{FE00}").text.unicodeScalars.count == 2)
        for text in ["A\u{E0100}", "A\u{FE0F}", "葛\u{E0100}\u{E0101}"] {
            let count = text.unicodeScalars.count
            let last = try #require(text.unicodeScalars.last)
            #expect(throws: TextRefusal.invisible(last, position: count)) { try PlainText(text) }
        }
        #expect(throws: TextRefusal.invisible("\u{E0100}", position: 1)) { try PlainText("\u{E0100}葛") }
    }

    @Test func `the fifth mark on a letter is refused`() {
        let marks = String(String.UnicodeScalarView(repeatElement("\u{301}", count: 50)))
        #expect(throws: TextRefusal.tooManyMarks(position: 6, limit: 4)) { try PlainText("a" + marks) }
    }

    @Test func `lost and impossible characters are refused`() throws {
        #expect(throws: TextRefusal.replacement(position: 2)) { try PlainText("张\u{FFFD}") }
        for value: UInt32 in [0xFFFE, 0xFDD0, 0x1FFFF, 0x10FFFF] {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(throws: TextRefusal.noncharacter(scalar, position: 2)) { try PlainText("张\(Character(scalar))") }
        }
    }

    @Test func `nothing, spaces only, spaces around and too much are refused`() throws {
        for text in ["", " ", "   ", "\u{3000}", "\u{A0}\u{3000} "] {
            #expect(throws: TextRefusal.empty) { try PlainText(text) }
        }
        for text in [" 张三", "张三 ", "\u{A0}张三", "张三\u{3000}"] {
            #expect(throws: TextRefusal.surroundingSpace) { try PlainText(text) }
        }
        #expect(try PlainText(String(repeating: "张", count: 200)).text.count == 200)
        #expect(throws: TextRefusal.tooLong(count: 201, limit: 200)) {
            try PlainText(String(repeating: "张", count: 201))
        }
        #expect(throws: TextRefusal.tooLong(count: 3, limit: 2)) { try PlainText("abc", limit: 2) }
        #expect(try PlainText(String(repeating: "e\u{301}", count: 200)).text.count == 200)
    }

    @Test func `texts are equal, ordered and hashed by their bytes`() throws {
        let (compatible, ideograph) = (try PlainText("\u{F900}"), try PlainText("\u{8C48}"))
        #expect("\u{F900}" == "\u{8C48}")
        #expect(compatible != ideograph)
        #expect(Set([compatible, ideograph]).count == 2)
        #expect(ideograph < compatible)
        #expect(try PlainText("e\u{301}") == PlainText("\u{E9}"))
        #expect(try Set([PlainText("e\u{301}"), PlainText("\u{E9}")]).count == 1)
    }
}
