import Testing

@testable import Zones

@Suite struct PersonNameTests {
    @Test func `a name is kept as given, a decomposed one composed`() throws {
        #expect(try PersonName("样例一").text == "样例一")
        #expect(try PersonName("Zoe\u{308}").text.unicodeScalars.count == 3)
        #expect(try Array(PersonName("\u{F900}").text.unicodeScalars) == ["\u{F900}"])
        #expect(try PersonName("阿卜杜拉·买买提").description == "阿卜杜拉·买买提")
        #expect(try PersonName("Anna Maria Muster").text == "Anna Maria Muster")
    }

    @Test func `given forms differ, and the key finds them as one`() throws {
        for (one, other) in [
            ("\u{F900}", "\u{8C48}"), ("葛\u{E0100}", "葛"), ("张 三", "张三"), ("ＡＢ", "ab"), ("Zoë", "ZOë"),
        ] {
            let (first, second) = (try PersonName(one), try PersonName(other))
            #expect(first != second)
            #expect(first.matchKey.utf8.elementsEqual(second.matchKey.utf8))
        }
        #expect(try PersonName("\u{2F00}").matchKey != PersonName("一").matchKey)
        #expect(try PersonName("张三").matchKey != PersonName("张四").matchKey)
    }

    @Test(arguments: [
        ("阿卜杜拉•买买提", TextRefusal.otherMiddleDot("•", position: 5)), ("阿・买", .otherMiddleDot("・", position: 2)),
        ("阿．买", .otherMiddleDot("．", position: 2)), ("阿‧买", .otherMiddleDot("‧", position: 2)),
        ("张\u{3000}三", .unusualSpace("\u{3000}", position: 2)), ("张\u{A0}三", .unusualSpace("\u{A0}", position: 2)),
        ("\u{3000}", .empty), ("\u{A0}张三", .surroundingSpace), ("张\u{200B}三", .invisible("\u{200B}", position: 2)),
        ("张\t三", .control("\t", position: 2)),
    ])
    func `other dots and spaces are refused`(_ text: String, _ refusal: TextRefusal) {
        #expect(throws: refusal) { try PersonName(text) }
    }

    @Test func `an odd name is accepted and says what is odd`() throws {
        #expect(try PersonName("样例一").warnings.isEmpty)
        #expect(try PersonName("样例A").warnings.isEmpty)
        #expect(try PersonName("ئابدۇللا").warnings.isEmpty)
        #expect(try PersonName("张\u{E863}").warnings == [.privateUse("\u{E863}", position: 2)])
        #expect(try PersonName("\u{2F00}一").warnings == [.radical("\u{2F00}", position: 1)])
        #expect(try PersonName("\u{F900}").warnings == [.compatibilityIdeograph("\u{F900}", position: 1)])
        #expect(try PersonName("\u{410}nna").warnings == [.mixedScripts])
        #expect(try PersonName("Αnna").warnings == [.mixedScripts])
        #expect(try PersonName("张Я").warnings == [.mixedScripts])
        #expect(try PersonName("𠀀\u{30000}").warnings.isEmpty)
    }

    @Test func `names of organizations may have other dots and full-width brackets`() throws {
        let full = try OrganizationName("样例（南通）科技・有限公司")
        let half = try OrganizationName("样例(南通)科技・有限公司")
        #expect(full != half)
        #expect(full.matchKey == half.matchKey)
        #expect(throws: TextRefusal.unusualSpace("\u{3000}", position: 3)) { try OrganizationName("样例\u{3000}公司") }
        #expect(throws: TextRefusal.tooLong(count: 201, limit: 200)) {
            try OrganizationName(String(repeating: "例", count: 201))
        }
        #expect(try OrganizationName("样例Я").warnings == [.mixedScripts])
    }
}
