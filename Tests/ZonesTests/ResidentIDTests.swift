import Testing

@testable import Zones

/// The rows of the vectors of one kind.
func vectors(_ kind: String) -> [(value: String, expected: String, reason: String)] {
    var rows: [(value: String, expected: String, reason: String)] = []
    for line in identityVectors.split(separator: "\n") {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
        if cells[0] == kind { rows.append((value: cells[1], expected: cells[2], reason: cells[3])) }
    }
    return rows
}

@Suite struct ResidentIDTests {
    let today: Day
    let divisions: DivisionCodes

    init() throws {
        today = try day("2024-10-19")
        divisions = try DataFiles.divisions()
    }

    func parse(_ text: String) throws(ResidentIDRefusal) -> ResidentID {
        try ResidentID(text, on: today, divisions: divisions)
    }

    @Test func `every vector is taken, warned about or refused as the standard asks`() throws {
        let rows = vectors("resident_id")
        #expect(rows.count == 41)
        for row in rows {
            let verdict: String
            do {
                let id = try parse(row.value)
                #expect(id.number == row.value)
                verdict = id.warnings(on: today, divisions: divisions).isEmpty ? "valid" : "warn"
            } catch { verdict = "invalid" }
            #expect(verdict == row.expected, "\(row.value): \(row.reason)")
        }
    }

    @Test func `what the number states is read from it`() throws {
        let id = try parse("32061119990525189X")
        #expect(id.divisionCode == "320611")
        #expect(try id.birthDay == day("1999-05-25"))
        #expect(id.sex == .male)
        #expect(try parse("320623199602294708").sex == .female)
        #expect(id.document == .residentCard)
        #expect(id.masked == "3206**********189X")
        #expect(try id.age(on: day("2024-05-24")) == 24)
        #expect(try id.age(on: day("2024-05-25")) == 25)
    }

    @Test func `a small x at the end is taken for X, and nowhere else`() throws {
        #expect(try parse("32061119990525189x") == parse("32061119990525189X"))
        #expect(throws: ResidentIDRefusal.character("x", position: 3)) { try parse("32x61119990525189X") }
        #expect(throws: ResidentIDRefusal.character("Y", position: 18)) { try parse("32061119990525189Y") }
    }

    @Test func `no description, dump or interpolation shows the number`() throws {
        let id = try parse("320602198501095172")
        var dumped = ""
        dump(id, to: &dumped)
        dump([id], to: &dumped)
        for text in ["\(id)", String(reflecting: id), "\([id])", "\(["a": id])", dumped] {
            #expect(!text.contains("19850109"))
            #expect(text.contains("3206**********5172"))
        }
    }

    @Test(arguments: [
        ("", ResidentIDRefusal.empty), ("32060219850109517", .length(17)), ("3206021985010951720", .length(19)),
        ("320602198501095173", .checkCharacter), ("320623200102290124", .birthDay(.dayOfMonth(29, lastDay: 28))),
        ("320623190002290120", .birthDay(.dayOfMonth(29, lastDay: 28))), ("320623200113010124", .birthDay(.month(13))),
        ("320623200100100120", .birthDay(.month(0))), ("320671200105100120", .division("320671")),
        ("990101200105100129", .division("990101")), ("320623A99001010012", .character("A", position: 7)),
        ("3.20602E+17", .spreadsheetNumber), ("3.20602198501095E+17", .spreadsheetNumber),
        ("3.2e17", .spreadsheetNumber),
        ("３.20602E+17", .spreadsheetNumber), ("320602198501095000", .spreadsheetRounded),
        ("٣٢٠٦٠٢١٩٨٥٠١٠٩٥١٧٢", .character("٣", position: 1)), ("320602198501095\0172", .length(19)),
        ("32060219850109517\u{301}", .character("\u{301}", position: 18)),
        ("320602 98501095172", .character(" ", position: 7)),
    ])
    func `a number that is none is refused with its reason`(_ text: String, _ refusal: ResidentIDRefusal) {
        #expect(throws: refusal) { try parse(text) }
    }

    @Test func `a number that only width, spaces or signs spoil is refused with the right one`() {
        for text in [
            "３２０６０２１９８５０１０９５１７２", "320602 19850109 5172", "320602198501095172 ", "'320602198501095172",
            "320602-19850109-5172", "\u{202D}320602198501095172\u{202C}", "\u{FEFF}320602198501095172",
        ] {
            #expect(throws: ResidentIDRefusal.notPlain(suggestion: "320602198501095172")) { try parse(text) }
        }
        #expect(throws: ResidentIDRefusal.notPlain(suggestion: "32061119990525189X")) {
            try parse("32061119990525189Ｘ")
        }
    }

    @Test func `a number of 15 digits is refused with the 18 that it became`() throws {
        #expect(throws: ResidentIDRefusal.fifteenDigits(modern: "320602198501095172")) { try parse("320602850109517") }
        #expect(throws: ResidentIDRefusal.birthDay(.month(13))) { try parse("320602851309517") }
        #expect(throws: ResidentIDRefusal.character("X", position: 15)) { try parse("32060285010951X") }
        let modern = try #require(ResidentID.checkCharacter(of: "32062319990101001"))
        #expect(throws: ResidentIDRefusal.fifteenDigits(modern: "32062319990101001\(modern)")) {
            try parse("320623990101001")
        }
    }

    @Test func `a birth day after today is refused, today's is not`() throws {
        let born = SampleIdentities.residentID(1, born: today)
        #expect(try parse(born.number) == born)
        let tomorrow = try today.adding(days: 1)
        let unborn = SampleIdentities.residentID(1, born: tomorrow)
        #expect(throws: ResidentIDRefusal.bornInFuture(tomorrow)) { try parse(unborn.number) }
        #expect(try ResidentID(stored: unborn.number) == unborn)
    }

    @Test func `more than 130 years are odd but accepted`() throws {
        let old = SampleIdentities.residentID(1, born: try day("1890-01-01"))
        #expect(try parse(old.number).warnings(on: today, divisions: divisions).contains(.olderThan130))
        let less = SampleIdentities.residentID(1, born: try day("1894-01-01"))
        #expect(try !parse(less.number).warnings(on: today, divisions: divisions).contains(.olderThan130))
    }

    @Test func `residence permits are their own kind of document`() throws {
        for (prefix, document) in [
            ("810000", ResidentID.Document.hongKongPermit), ("820000", .macauPermit), ("830000", .taiwanPermit),
            ("932156", .foreignerPermit),
        ] {
            let digits = prefix + "19900101" + "001"
            let check = try #require(ResidentID.checkCharacter(of: digits))
            #expect(try parse(digits + String(check)).document == document)
            #expect(try ResidentID(stored: digits + String(check)).document == document)
        }
        for prefix in ["710000", "000000", "990101", "160101"] {
            let digits = prefix + "19900101" + "001"
            let check = try #require(ResidentID.checkCharacter(of: digits))
            #expect(throws: ResidentIDRefusal.division(prefix)) { try parse(digits + String(check)) }
        }
    }

    @Test func `one wrong digit or two swapped neighbours never pass`() throws {
        var random = SeededRandom(7)
        for _ in 0..<60 {
            let id = SampleIdentities.residentID(Int.random(in: 0..<SampleIdentities.residentIDs, using: &random))
            let right = Array(id.number)
            for place in right.indices {
                for other in "0123456789X" where other != right[place] {
                    var wrong = right
                    wrong[place] = other
                    #expect(throws: ResidentIDRefusal.self) { try ResidentID(stored: String(wrong)) }
                }
            }
            for place in right.indices.dropLast() where right[place] != right[place + 1] {
                var wrong = right
                wrong.swapAt(place, place + 1)
                #expect(throws: ResidentIDRefusal.self) { try ResidentID(stored: String(wrong)) }
            }
        }
    }

    @Test func `a check character is given for 17 ASCII digits only`() {
        #expect(ResidentID.checkCharacter(of: "32060219850109517") == "2")
        for text in ["", "3206021985010951", "320602198501095172", "3206021985010951X", "３2060219850109517"] {
            #expect(ResidentID.checkCharacter(of: text) == nil)
        }
    }
}
