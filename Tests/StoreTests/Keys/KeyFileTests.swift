import Glibc
import StoreTesting
import Testing
import Zones

@testable import Store

struct KeyFileTests {
    private let path = "\(Environment["TMPDIR"] ?? "/tmp")/zb-key-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"

    private func withFile(_ text: String, mode: mode_t = 0o400, _ body: (KeyFile) throws -> Void) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, mode)
        try #require(file >= 0)
        fchmod(file, mode)
        try #require(Glibc.write(file, text, text.utf8.count) == text.utf8.count)
        close(file)
        defer { unlink(path) }
        try body(KeyFile(path))
    }

    @Test func `keys that were written are read back, and the file is its owner's alone`() throws {
        let zone = try ZoneCode("ETDZ")
        let keys = try KeySet.make().adding(keyFor: zone).adding(keyFor: ZoneCode("INNO"))
        let file = KeyFile(path)
        try file.write(keys, replacing: false)
        defer { unlink(path) }
        let back = try file.read()
        #expect(back.indexID == keys.indexID)
        #expect(back.keyIDs(of: zone) == keys.keyIDs(of: zone))
        #expect(back.keyIDs(of: zone).count == 2)
        var found = stat()
        #expect(stat(path, &found) == 0)
        #expect(found.st_mode & 0o777 == 0o400)
    }

    @Test func `a file is not written over unless that is meant`() throws {
        let file = KeyFile(path)
        let first = KeySet.make()
        try file.write(first, replacing: false)
        defer { unlink(path) }
        #expect(throws: KeyFault.unusable(path: path, reason: "File exists")) {
            try file.write(.make(), replacing: false)
        }
        #expect(try file.read().indexID == first.indexID)
        let second = KeySet.make()
        try file.write(second, replacing: true)
        #expect(try file.read().indexID == second.indexID)
    }

    @Test func `a missing file is named`() {
        #expect(throws: KeyFault.missing(path: path)) { try KeyFile(path).read() }
        #expect(throws: KeyFault.missing(path: path + "/x")) { try KeyFile(path + "/x").read() }
    }

    @Test(arguments: [0o444, 0o404, 0o460, 0o640 | 0o020, 0o402, 0o777] as [mode_t])
    func `a file that others may read or a group may write is refused`(mode: mode_t) throws {
        try withFile(KeySet.make().text, mode: mode) { file in
            #expect(throws: KeyFault.exposed(path: path, mode: Int(mode))) { try file.read() }
        }
    }

    @Test func `a file cut off at any octet, or with any one changed, is refused`() throws {
        let text = KeySet.make().adding(keyFor: try ZoneCode("ETDZ")).text
        let octets = Array(text.utf8)
        for length in 0..<octets.count {
            #expect(KeySet(text: String(decoding: octets[..<length], as: UTF8.self)) == nil, "\(length)")
        }
        for position in octets.indices {
            var changed = octets
            changed[position] ^= 1
            guard let text = String(validating: changed, as: UTF8.self) else { continue }
            #expect(KeySet(text: text) == nil, "\(position)")
        }
        try withFile(String(text.dropLast(70))) { file in
            #expect(throws: KeyFault.damaged(path: path)) { try file.read() }
        }
    }

    @Test func `a zone's own file has its keys and no other zone's`() throws {
        let (etdz, inno) = (try ZoneCode("ETDZ"), try ZoneCode("INNO"))
        let region = KeySet.make().adding(keyFor: inno)
        let office = region.only(etdz)
        #expect(office.keyIDs(of: etdz) == region.keyIDs(of: etdz))
        #expect(office.keyIDs(of: inno) == [])
        #expect(office.indexID == region.indexID)
        #expect(region.keyIDs(of: etdz) != region.keyIDs(of: inno))
    }

    @Test func `descriptions of keys tell nothing but their ids`() throws {
        let keys = KeySet(phrase: "told")
        let secret = Array(keys.index.octets)
        var dumped = ""
        dump(keys.index, to: &dumped)
        let ring = try Keyring(keys, zone: ZoneCode("ETDZ"), current: nil, file: KeyFile("x"))
        dump(try ring.makeDataKey(), to: &dumped)
        #expect(dumped.contains("\(keys.index.id)") && "\(keys.index)" == "\(keys.index.id)")
        #expect(!dumped.contains("\(secret[0]), \(secret[1])") && !dumped.contains("SymmetricKey"))
    }
}
