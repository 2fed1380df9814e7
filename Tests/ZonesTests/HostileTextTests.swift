import Testing

@testable import Zones

/// Every way in, fed with texts that nobody would write: none may trap, and what is taken is in its strict form.
@Suite struct HostileTextTests {
    static let pieces: [String] = [
        "", "0", "1", "9", "19", "2024", "-", "/", ".", ",", ":", "T", "Z", "+", "+86", "E", "e", "X", "x", "年", "月",
        "日", "元",
        "样", "例", "·", "•", " ", "\u{3000}", "\u{A0}", "'", "\"", "(", "（", "\0", "\r\n", "\n", "\u{1B}", "\u{85}",
        "\u{2028}",
        "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{AD}", "\u{301}", "\u{345}", "\u{E0100}", "\u{FE0F}", "\u{F900}",
        "\u{2F00}",
        "\u{E863}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "１", "９", "Ｘ", "٣", "А", "Ω", "\u{1100}", "\u{1161}",
        "\u{11A8}",
        "𠀀", "👩‍👩‍👧", "🇨🇳", "9223372036854775807", "92233720368547758.08", "18446744073709551616", "-1", "1e308", "NaN",
        "320602198501095172", "91320691MA1W0DXN1N", "13800000001", "2024-02-29", "2024-09-03T19:00",
        "=cmd|'/c calc'!A1",
    ]

    func texts(_ seed: UInt64, count: Int) -> [String] {
        var random = SeededRandom(seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
                .joined()
        } + Self.pieces
    }

    @Test func `values that are taken are written as they are read`() throws {
        for text in texts(12, count: 4_000) {
            if let day = try? Day(iso: text) { #expect(day.description == text) }
            if let time = try? TimeOfDay(iso: text) { #expect(time.description == text) }
            if let instant = try? Instant(iso: text) { #expect(try Instant(iso: instant.description) == instant) }
            if let money = try? Money(yuan: text) { #expect(try Money(yuan: money.description) == money) }
            if let rate = try? Rate(percent: text) { #expect(try Rate(percent: rate.description) == rate) }
            if let code = try? Code(text) { #expect(code.text.utf8.elementsEqual(text.utf8)) }
            if let id = try? ResidentID(stored: text) { #expect(id.number == text.uppercased()) }
            if let code = try? CreditCode(text) { #expect(code.text == text.uppercased()) }
            if let phone = try? PhoneNumber(text) { #expect(phone.number == text) }
            if let plain = try? PlainText(text) { #expect(try PlainText(plain.text) == plain) }
        }
    }

    @Test func `values that were mended are strict afterwards`() throws {
        let divisions = try DataFiles.divisions()
        let today = try day("2024-10-19")
        for text in texts(13, count: 4_000) {
            if let read = try? Day.lenient(text) { #expect(try Day(iso: read.value.description) == read.value) }
            if let read = try? ResidentID.lenient(text, on: today, divisions: divisions) {
                #expect(try ResidentID(read.value.number, on: today, divisions: divisions) == read.value)
            }
            if let read = try? CreditCode.lenient(text) { #expect(try CreditCode(read.value.text) == read.value) }
            if let read = try? PhoneNumber.lenient(text) { #expect(try PhoneNumber(read.value.number) == read.value) }
            if let read = try? PersonName.lenient(text) {
                #expect(try PersonName(read.value.text) == read.value)
                // Mending twice mends nothing more; only what is odd by itself is said again.
                #expect(try PersonName.lenient(read.value.text).value == read.value)
            }
            if let read = try? OrganizationName.lenient(text) {
                #expect(try OrganizationName(read.value.text) == read.value)
            }
        }
    }

    @Test func `a strict value is read leniently as itself, without a change`() throws {
        for text in texts(14, count: 4_000) {
            if let day = try? Day(iso: text) { #expect(try Day.lenient(text) == Noted(value: day, warnings: [])) }
            if let phone = try? PhoneNumber(text) {
                #expect(try PhoneNumber.lenient(text) == Noted(value: phone, warnings: []))
            }
            if let code = try? CreditCode(text) {
                #expect(try CreditCode.lenient(text) == Noted(value: code, warnings: []))
            }
        }
    }

    @Test func `a very long text is refused everywhere`() throws {
        for piece in ["9", "样", "\u{301}", " ", "１", "样\u{3000}\u{3000}", "x-"] {
            let text = String(repeating: piece, count: (1 << 16) / piece.utf8.count)
            #expect(throws: DayRefusal.self) { try Day.lenient(text) }
            #expect(throws: TimeRefusal.self) { try Instant(iso: text) }
            #expect(throws: DecimalRefusal.self) { try Money(yuan: text) }
            #expect(throws: CodeRefusal.self) { try Code(text) }
            #expect(throws: ResidentIDRefusal.self) { try ResidentID(stored: text) }
            #expect(throws: CreditCodeRefusal.self) { try CreditCode.lenient(text) }
            #expect(throws: PhoneRefusal.self) { try PhoneNumber.lenient(text) }
            #expect(throws: TextRefusal.self) { try PersonName.lenient(text) }
            #expect(throws: TextRefusal.self) { try PlainText(text) }
        }
    }
}
