import Glibc
import Postgres
import StoreTesting
import Testing
import Zones

@testable import Store

@Suite(.database)
struct KeyRotationTests {
    let database = TestDatabase.current
    private let file = KeyFile("\(TestKeys.path).\(UInt32.random(in: 0 ... .max))")

    private func session() throws -> Session {
        if !file.exists { try file.write(TestKeys.keys, replacing: false) }
        return try Session(
            SessionConfiguration(
                parameters: database.parameters(as: "tester"),
                zone: ZoneCode("ETDZ"),
                clock: .fixed(TestDatabase.noon),
                keys: .file(file.path)
            )
        )
    }

    private func add(_ count: Int, _ session: Session) throws {
        for index in 1...count {
            try session.perform(
                PersonStore.add(
                    code: Code("P\(index)"),
                    name: PersonName("样例一"),
                    PersonDetails(idNumber: SampleIdentities.residentID(index))
                )
            )
        }
    }

    private func rotate(_ session: Session) throws -> KeyRotation.Outcome {
        try KeyRotation.run(session, as: session.request("key rotate")) { _ in }
    }

    private func expectAllOpen(_ count: Int) throws {
        let session = try session()
        try database.connection().execute("insert into core.reveal_limit values ('2024-01-01', 10000, 10000)")
        for index in 1...count {
            let shown = try PersonStore.reveal(Code("P\(index)"), reason: "x", session, as: session.request("x"))
            #expect(shown.idNumber == SampleIdentities.residentID(index))
        }
    }

    @Test func `after a rotation every value opens under the new key, and the old one wraps nothing`() throws {
        defer { unlink(file.path) }
        let session = try session()
        try add(5, session)
        let old = try session.keyring().currentID
        let outcome = try rotate(session)
        #expect(outcome.key != old && outcome.rewrapped == 5 && outcome.retired == 1 && !outcome.isResumed)
        let keys = try KeyStore.list(session)
        #expect(keys.map(\.wraps) == [0, 5])
        #expect(keys.map { $0.retiredAt != nil } == [true, false])
        #expect(keys.map(\.isInFile) == [true, true])
        try expectAllOpen(5)
        let events = try EventStore.list(session, EventStore.Filter(noun: "key"))
        #expect(events.map(\.verb) == ["retire", "rotate"])
    }

    @Test func `a copy of the key file from before the rotation is refused`() throws {
        defer { unlink(file.path) }
        let session = try session()
        try add(1, session)
        let new = try rotate(session).key
        try file.write(TestKeys.keys, replacing: true)
        let fault = KeyFault.zoneKeyMissing(path: file.path, zone: try ZoneCode("ETDZ"), key: new)
        #expect(throws: fault) {
            try self.session().keyring()
        }
    }

    @Test func `a session that was open may write until the old key is retired, and is then told`() throws {
        defer { unlink(file.path) }
        let open = try session()
        try add(1, open)
        let rotating = try session()
        _ = try rotate(rotating)
        let late = PersonDetails(idNumber: SampleIdentities.residentID(9))
        #expect(throws: PersonRejection.keyReplaced) {
            try open.perform(PersonStore.add(code: nil, name: PersonName("样例一"), late))
        }
        try session().perform(PersonStore.add(code: nil, name: PersonName("样例一"), late))
    }

    @Test func `a rotation that stopped after writing the file goes on with that key`() throws {
        defer { unlink(file.path) }
        let session = try session()
        try add(3, session)
        let written = try #require(try file.add(keyFor: ZoneCode("ETDZ")).keyIDs(of: ZoneCode("ETDZ")).last)
        let outcome = try rotate(session)
        #expect(outcome.isResumed && outcome.key == written && outcome.rewrapped == 3)
        #expect(try file.read().keyIDs(of: ZoneCode("ETDZ")).count == 2)
        try expectAllOpen(3)
    }

    @Test func `a rotation that was interrupted between two batches goes on with the same key`() throws {
        defer { unlink(file.path) }
        struct Interrupted: Error {}
        let session = try session()
        let count = KeyRotation.batch + 5
        let rows = try (1...count).map { index in
            (
                name: try PersonName("样例一"),
                details: PersonDetails(idNumber: SampleIdentities.residentID(index))
            )
        }
        try session.perform(PersonStore.import(file: SHA256.digest(of: "x"), rows))
        // The interruption: the connection is gone when the first batch is told.
        let victim = try self.session()
        let superuser = try database.connection()
        #expect(throws: (any Error).self) {
            try KeyRotation.run(victim, as: victim.request("key rotate")) { _ in
                _ = try? superuser.execute("select pg_terminate_backend(\(victim.connection.backendProcessID))")
            }
        }
        let between = try KeyStore.list(session)
        #expect(between.map(\.wraps) == [5, KeyRotation.batch])
        let new = try #require(between.last).id
        let outcome = try rotate(self.session())
        #expect(outcome.isResumed && outcome.key == new && outcome.rewrapped == 5 && outcome.retired == 1)
        #expect(try file.read().keyIDs(of: ZoneCode("ETDZ")).count == 2)
    }

    @Test func `a data key that was tampered with is counted and holds up nobody else`() throws {
        defer { unlink(file.path) }
        let session = try session()
        try add(3, session)
        try database.connection().execute(
            """
            update core.person_key set wrapped = set_byte(wrapped, 30, get_byte(wrapped, 30) # 1)
            where person_id = (select id from core.person where code = 'P2')
            """
        )
        let outcome = try rotate(session)
        #expect(outcome.rewrapped == 2 && outcome.unreadable == 1 && outcome.retired == 0)
    }

    @Test func `people added while a rotation runs are never lost`() throws {
        defer { unlink(file.path) }
        try add(1, session())
        let (database, path) = (database, file.path)
        let answers = race(8) { index -> Bool in
            let session = try Session(
                SessionConfiguration(
                    parameters: database.parameters(as: "tester"),
                    zone: ZoneCode("ETDZ"),
                    clock: .fixed(TestDatabase.noon),
                    keys: .file(path)
                )
            )
            if index == 0 {
                _ = try KeyRotation.run(session, as: session.request("key rotate")) { _ in }
                return false
            }
            do {
                let details = PersonDetails(idNumber: SampleIdentities.residentID(index + 1))
                try session.perform(
                    PersonStore.add(code: Code("P\(index + 1)"), name: PersonName("样例一"), details)
                )
                return true
            } catch PersonRejection.keyReplaced {
                return false
            }
        }
        let added = try answers.count { try $0.get() }
        _ = try rotate(session())
        let session = try session()
        let rows = try KeyStore.wrapped(session, after: nil, number: 100, ofReplaced: false)
        #expect(rows.count == 1 + added)
        let ring = try session.keyring()
        for row in rows { _ = try ring.dataKey(row.ref, wrapped: row.wrapped) }
    }

    @Test func `person keys come back from their own backup, but not those of who was erased since`() throws {
        defer { unlink(file.path) }
        let session = try session()
        try add(3, session)
        let backup = file.path + ".people"
        defer { unlink(backup) }
        let count = try KeyBackup.export(.people, to: backup, session, as: session.request("key export"))
        #expect(count == 3)
        try session.perform(PersonStore.erase(Code("P2"), reason: "本人申请"))
        try database.connection().execute("delete from core.person_key")
        let restored = try KeyBackup.restore(from: backup, session, as: session.request("key import"))
        #expect(restored.restored == 2 && restored.given == 3)
        let again = try KeyBackup.restore(from: backup, session, as: session.request("key import again"))
        #expect(again.restored == 0)
    }

    @Test func `an office's file opens its own zone's values and no other's`() throws {
        defer { unlink(file.path) }
        let session = try session()
        try add(1, session)
        let path = file.path + ".etdz"
        defer { unlink(path) }
        #expect(try KeyBackup.export(.zone, to: path, session, as: session.request("key export")) == 2)
        let office = try Session(
            SessionConfiguration(
                parameters: database.parameters(as: "tester"),
                zone: ZoneCode("ETDZ"),
                clock: .fixed(TestDatabase.noon),
                keys: .file(path)
            )
        )
        let shown = try PersonStore.reveal(Code("P1"), reason: "x", office, as: office.request("x"))
        #expect(shown.idNumber == SampleIdentities.residentID(1))
        try office.act(for: ZoneCode("INNO"))
        let fault = KeyFault.zoneKeyMissing(path: path, zone: try ZoneCode("INNO"), key: nil)
        #expect(throws: fault) {
            try office.keyring()
        }
    }

    @Test func `only an administrator touches keys`() throws {
        let officer = try database.session(as: "officer_etdz")
        #expect(throws: CoreRejection.self) { try KeyStore.list(officer) }
        #expect(throws: CoreRejection.self) {
            try KeyStore.wrapped(officer, after: nil, number: 1, ofReplaced: false)
        }
        #expect(throws: CoreRejection.self) { try KeyStore.rewrap(officer, refs: [], from: [], to: []) }
        #expect(throws: CoreRejection.self) { try rotate(officer) }
    }
}
