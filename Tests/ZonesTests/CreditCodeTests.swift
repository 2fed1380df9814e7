import Testing

@testable import Zones

@Suite struct CreditCodeTests {
    @Test func `every vector is taken or refused as the standards ask`() {
        let rows = vectors("credit_code")
        #expect(rows.count == 50)
        for row in rows {
            let valid = (try? CreditCode(row.value))?.text == row.value
            #expect(valid == (row.expected == "valid"), "\(row.value): \(row.reason)")
        }
    }

    @Test func `what the code states is read from it`() throws {
        let code = try CreditCode("91320691MA1W0DXN1N")
        #expect(code.authority == "9")
        #expect(code.category == "91")
        #expect(code.divisionCode == "320691")
        #expect(code.organizationCode == "MA1W0DXN1")
        #expect(code.kind == .company)
        #expect(try CreditCode("92320613YMDPXYQN0T").kind == .soleProprietor)
        #expect(try CreditCode("11320600WAGJ9XR744").kind == .agency)
        #expect(try CreditCode("52320613XU0HAGF68W").kind == .association)
        #expect(try CreditCode("31320000MA6W6Y432X").kind == nil)
    }

    @Test func `small letters are taken for capitals`() throws {
        #expect(try CreditCode("91320691ma1w0dxn1n").text == "91320691MA1W0DXN1N")
    }

    @Test(arguments: [
        ("", CreditCodeRefusal.empty), ("91320600WTTMUBD32", .length(17)), ("91320600WTTMUBD32D0", .length(19)),
        ("92320691CI0DH2TB6G", .character("I", position: 10)), ("9132A600WTTMUBD32D", .character("A", position: 5)),
        ("91320600WTTMUBD32E", .checkCharacter), ("91320600MA1XXXXX0P", .organizationCheckCharacter),
        ("B1320600WTTMUBD32D", .authority("B")), ("81320600WTTMUBD32D", .authority("8")),
        ("9.13207E+17", .spreadsheetNumber), ("91320691MA1W0DXN1\u{301}", .character("\u{301}", position: 18)),
        ("91320691MА1W0DXN1N", .character("А", position: 10)), ("91320691MA1W0DXN1\0", .character("\0", position: 18)),
    ])
    func `a code that is none is refused with its reason`(_ text: String, _ refusal: CreditCodeRefusal) {
        #expect(throws: refusal) { try CreditCode(text) }
    }

    @Test func `a code that only width, spaces or signs spoil is refused with the right one`() {
        for text in ["９１３２０６９１ＭＡ１Ｗ０ＤＸＮ１Ｎ", "91320691-MA1W0DXN1-N", " 91320691MA1W0DXN1N", "'91320691MA1W0DXN1N"] {
            #expect(throws: CreditCodeRefusal.notPlain(suggestion: "91320691MA1W0DXN1N")) { try CreditCode(text) }
        }
    }

    @Test func `a code of digits and one E is no spreadsheet's number`() throws {
        var alike = 0
        for number in 0..<100 {
            let organization = padded(number, 7) + "E"
            let check = try #require(CreditCode.organizationCheckCharacter(of: organization))
            let most = "91320600" + organization + String(check)
            let text = most + String(try #require(CreditCode.checkCharacter(of: most)))
            if looksLikeSpreadsheetNumber(text) { alike += 1 }
            #expect(try CreditCode(text).text == text)
        }
        #expect(alike > 0)
    }

    @Test func `one wrong character or two swapped neighbours never pass`() throws {
        var random = SeededRandom(8)
        for _ in 0..<25 {
            let code = SampleIdentities.creditCode(Int.random(in: 0..<800_000_000, using: &random))
            let right = Array(code.text)
            for place in right.indices {
                for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != right[place] {
                    var wrong = right
                    wrong[place] = other
                    #expect(throws: CreditCodeRefusal.self) { try CreditCode(String(wrong)) }
                }
            }
            for place in right.indices.dropLast() where right[place] != right[place + 1] {
                var wrong = right
                wrong.swapAt(place, place + 1)
                #expect(throws: CreditCodeRefusal.self) { try CreditCode(String(wrong)) }
            }
        }
    }
}
