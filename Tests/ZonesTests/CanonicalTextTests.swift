import Testing

@testable import Zones

@Suite struct CanonicalTextTests {
    /// The code points of a text.
    func points(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    @Test(
        arguments: [
            // From UAX #15, tables 3 to 5 and section 3, and its conformance test.
            ("e\u{301}", [0xE9]), ("A\u{30A}", [0xC5]), ("\u{212B}", [0xC5]), ("\u{2126}", [0x3A9]),
            ("D\u{307}\u{323}", [0x1E0C, 0x307]), ("q\u{307}\u{323}", [0x71, 0x323, 0x307]),
            ("\u{1E0A}\u{323}", [0x1E0C, 0x307]),
            ("\u{1E9B}\u{323}", [0x1E9B, 0x323]), ("\u{FB01}", [0xFB01]), ("2\u{2075}", [0x32, 0x2075]),
            ("\u{1112}\u{1161}\u{11AB}", [0xD55C]), ("\u{AC00}\u{11A8}", [0xAC01]), ("\u{958}", [0x915, 0x93C]),
            ("\u{2ADC}", [0x2ADD, 0x338]), ("\u{F900}", [0x8C48]), ("\u{2F800}", [0x4E3D]),
            ("\u{1D15E}", [0x1D157, 0x1D165]),
            ("\u{344}", [0x308, 0x301]), ("e\u{323}\u{302}", [0x1EC7]), ("\u{EA}\u{323}", [0x1EC7]),
            ("\u{387}", [0xB7]),
            ("a\u{315}\u{300}\u{5AE}\u{300}b", [0xE0, 0x5AE, 0x300, 0x315, 0x62]), ("一", [0x4E00]),
            ("\u{2F00}", [0x2F00]), ("", []),
        ] as [(String, [UInt32])]
    )
    func `normal form C is that of the Unicode standard`(_ text: String, _ expected: [UInt32]) {
        #expect(points(text.nfc) == expected)
        #expect(points(text.nfc.nfc) == expected)
    }

    @Test func `composing keeps compatibility ideographs and normalises all between them`() {
        #expect(points("\u{F900}".composed) == [0xF900])
        #expect(points("e\u{301}\u{F900}e\u{301}\u{2F800}".composed) == [0xE9, 0xF900, 0xE9, 0x2F800])
        #expect(points("\u{F900}\u{301}\u{323}".composed) == [0xF900, 0x323, 0x301])
        #expect(points("\u{FA0E}".composed) == [0xFA0E])
    }

    @Test func `composing and normal form agree where no compatibility ideograph stands`() {
        var random = SeededRandom(9)
        let pool: [Unicode.Scalar] = [
            "a", "e", "\u{301}", "\u{323}", "\u{307}", "\u{1100}", "\u{1161}", "\u{E9}", "样", "\u{345}",
        ]
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                text.append(pool.randomElement(using: &random) ?? "a")
            }
            let string = String(text)
            #expect(points(string.composed) == points(string.nfc))
            // Canonically equivalent texts are `==` as strings; NFC must be one spelling of each class.
            #expect(string.nfc == string)
        }
    }

    @Test func `every ideograph but the compatibility forms is its own normal form`() {
        for range: ClosedRange<UInt32> in [0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2A6DF, 0x30000...0x3134A] {
            for value in range {
                guard let scalar = Unicode.Scalar(value), scalar.isHan else { continue }
                guard points(String(Character(scalar)).nfc) == [value] else {
                    Issue.record("U+\(String(value, radix: 16)) changes")
                    return
                }
            }
        }
    }

    @Test func `every compatibility ideograph is known as one, and the twelve unified ones among them are not`() {
        var count = 0
        for value: UInt32 in Array(0xF900...0xFAFF) + Array(0x2F800...0x2FA1F) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let changes = points(String(Character(scalar)).nfc) != [value]
            if changes {
                count += 1
                #expect(scalar.isCompatibilityIdeograph)
            } else {
                #expect(scalar.isHan || scalar.properties.generalCategory == .unassigned)
            }
        }
        #expect(count == 1_002)
    }
}
