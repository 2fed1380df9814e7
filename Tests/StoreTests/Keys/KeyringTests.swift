import Postgres
import StoreTesting
import Testing
import Zones

@testable import Store

struct KeyringTests {
    private func ring(_ phrase: String = "a", _ zone: String = "ETDZ") throws -> Keyring {
        try Keyring(KeySet(phrase: phrase), zone: ZoneCode(zone), current: nil, file: KeyFile("x"))
    }

    @Test func `a value opens with its key, in its column`() throws {
        let ring = try ring()
        let key = try ring.makeDataKey()
        for text in ["32061119990525189X", "", "中文", String(repeating: "9", count: 10_000)] {
            let sealed = try key.seal(text, in: "core.person_secret.id_number")
            let again = try ring.dataKey(key.ref, wrapped: key.wrapped)
            #expect(try again.open(sealed, in: "core.person_secret.id_number") == text)
        }
    }

    @Test func `a value that was moved to another column or another person does not open`() throws {
        let ring = try ring()
        let (one, other) = (try ring.makeDataKey(), try ring.makeDataKey())
        let sealed = try one.seal("13800000001", in: "core.person_secret.phone")
        #expect(throws: KeyFault.doesNotOpen) { try one.open(sealed, in: "core.person_secret.id_number") }
        #expect(throws: KeyFault.doesNotOpen) { try other.open(sealed, in: "core.person_secret.phone") }
        #expect(throws: KeyFault.doesNotOpen) { try ring.dataKey(other.ref, wrapped: one.wrapped) }
    }

    @Test func `a value with any one bit changed does not open`() throws {
        let key = try ring().makeDataKey()
        let sealed = try key.seal("13800000001", in: "core.person_secret.phone")
        for position in sealed.octets.indices {
            var changed = sealed
            changed.octets[position] ^= UInt8(1 << (position % 8))
            #expect(throws: KeyFault.doesNotOpen) { try key.open(changed, in: "core.person_secret.phone") }
        }
        for length in 0..<sealed.octets.count {
            #expect(throws: KeyFault.doesNotOpen) {
                try key.open(Bytes(Array(sealed.octets.prefix(length))), in: "core.person_secret.phone")
            }
        }
    }

    @Test func `another zone's keys and another region's do not unwrap a data key`() throws {
        let key = try ring().makeDataKey()
        for other in [try ring("a", "INNO"), try ring("b", "ETDZ")] {
            #expect(throws: KeyFault.self) { try other.dataKey(key.ref, wrapped: key.wrapped) }
        }
    }

    @Test func `two sealings of one value have nothing in common, its blind indexes are equal`() throws {
        let ring = try ring()
        let key = try ring.makeDataKey()
        let column: StaticString = "core.person_secret.id_number"
        let sealings = try (0..<200).map { _ in try key.seal("32061119990525189X", in: column) }
        #expect(Set(sealings).count == 200)
        let inno = try self.ring("a", "INNO")
        let index = ring.blindIndex("32061119990525189X", of: "resident_id")
        #expect(index.octets.count == 32)
        #expect(inno.blindIndex("32061119990525189X", of: "resident_id") == index, "the region has one index")
        #expect(try self.ring("b").blindIndex("32061119990525189X", of: "resident_id") != index)
        #expect(ring.blindIndex("32061119990525189X", of: "bank_account") != index)
    }

    @Test func `a key that was wrapped again opens what it sealed before`() throws {
        let zone = try ZoneCode("ETDZ")
        let keys = KeySet(phrase: "a")
        let old = try Keyring(keys, zone: zone, current: nil, file: KeyFile("x"))
        let key = try old.makeDataKey()
        let sealed = try key.seal("13800000001", in: "core.person_secret.phone")
        let new = try Keyring(keys.adding(keyFor: zone), zone: zone, current: nil, file: KeyFile("x"))
        let wrapped = try new.rewrap(key.ref, wrapped: key.wrapped)
        #expect(wrapped != key.wrapped)
        let opened = try new.dataKey(key.ref, wrapped: wrapped)
        #expect(try opened.open(sealed, in: "core.person_secret.phone") == "13800000001")
        #expect(throws: KeyFault.self) { try old.dataKey(key.ref, wrapped: wrapped) }
    }
}
