import Testing

@testable import Zones

@Suite struct UTF8TextTests {
    @Test(
        arguments: [
            ([0x41, 0xFF, 0xFE], 2), ([0xC0, 0xAF], 1), ([0x41, 0x42, 0xED, 0xA0, 0x80], 3), ([0x41, 0xE5, 0xBC], 2),
            ([0xF4, 0x90, 0x80, 0x80], 1), ([0xE5, 0xBC, 0xA0, 0x80], 4), ([0xF0, 0x80, 0x80, 0xAF], 1), ([0x80], 1),
        ] as [([UInt8], Int)]
    )
    func `the first wrong byte is refused by its place`(_ bytes: [UInt8], _ byte: Int) {
        #expect(throws: TextRefusal.notUTF8(byte: byte, looksLikeGB18030: looksLikeGB18030(bytes))) {
            try String(strictUTF8: bytes)
        }
    }

    @Test func `bytes of GBK are refused and recognised`() {
        #expect(throws: TextRefusal.notUTF8(byte: 1, looksLikeGB18030: true)) {
            try String(strictUTF8: [0xD5, 0xC5, 0xC8, 0xFD])
        }
        #expect(looksLikeGB18030([0x95, 0x32, 0x82, 0x36]))
        #expect(looksLikeGB18030(Array("name,".utf8) + [0xD5, 0xC5, 0x0D, 0x0A]))
        for bytes: [UInt8] in [
            [], Array("abc".utf8), [0xFF, 0xFE], [0xD5], [0x95, 0x32, 0x82], [0xD5, 0x20], [0xD5, 0xC5, 0x80, 0x41],
            [0xD5, 0xC5, 0xC8], [0x80],
        ] {
            #expect(!looksLikeGB18030(bytes))
        }
    }

    @Test func `a NUL is refused although it is UTF-8`() {
        #expect(throws: TextRefusal.control("\0", position: 2)) { try String(strictUTF8: [0x61, 0, 0x62]) }
    }

    @Test func `all other bytes of UTF-8 are kept one by one`() throws {
        for text in ["", "a\r\nb", "e\u{301}", "\u{F900}", "\u{FEFF}x", "𠀀\u{10FFFF}", "\u{FFFD}"] {
            #expect(try Array(String(strictUTF8: Array(text.utf8)).utf8) == Array(text.utf8))
        }
        var random = SeededRandom(10)
        for _ in 0..<500 {
            var bytes: [UInt8] = []
            for _ in 0..<6 { bytes.append(UInt8.random(in: 1...255, using: &random)) }
            let lossy = String(decoding: bytes, as: UTF8.self)
            let strict = try? String(strictUTF8: bytes)
            #expect((strict != nil) == Array(lossy.utf8).elementsEqual(bytes))
        }
    }
}
