import Foundation
import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// A superuser may do anything to the log, and each thing is found and named.
@Suite(.database)
struct TamperTests {
    let database = TestDatabase.current

    /// Three people with four events each, P2 in the middle of the log; the path of a seal over them.
    private func sealed() throws -> String {
        let session = try database.session()
        for code in ["P1", "P2", "P3"] {
            try session.perform(PersonStore.add(code: Code(code), name: PersonName("样例一"), PersonDetails()))
        }
        for round in 1...3 {
            for code in ["P1", "P2", "P3"] {
                try session.perform(
                    PersonStore.correct(Code(code), reason: "第\(round)次", PersonDetails(post: "职务\(round)"))
                )
            }
        }
        let (path, seal) = try sealAll(session)
        try #require(seal.events >= 12)
        return path
    }

    /// Seals until nothing is left out: transactions of other tests run on the same server.
    private func sealAll(_ session: Session) throws -> (path: String, seal: AuditStore.Seal) {
        for _ in 1...2000 {
            let path = Self.path()
            let seal = try AuditStore.seal(session, to: path, as: session.request())
            if seal.unsealed == 0 { return (path, seal) }
            try? FileManager.default.removeItem(atPath: path)
            usleep(5000)
        }
        throw SealFault.unusable(path: "", reason: "a transaction runs for ever")
    }

    private static func path() -> String { NSTemporaryDirectory() + "seal-\(UUID().uuidString)" }

    private func subject(_ code: String) throws -> String {
        try #require(
            try database.connection().value(
                "select subject from core.event where subject like 'person:%:' || \(code) limit 1",
                as: String.self
            )
        )
    }

    private func verify(_ seal: String?) throws -> AuditStore.Verification {
        try AuditStore.verify(database.session(), against: seal)
    }

    @Test func `what a superuser did to the log is found and named`() throws {
        let seal = try sealed()
        defer { try? FileManager.default.removeItem(atPath: seal) }
        let subject = try subject("P2")
        let superuser = try database.connection()
        try superuser.script(Attack.tools)
        try superuser.script("create table public.log as select * from core.event")
        for attack in Attack.all {
            try #require(try verify(seal).first == nil, "before \(attack.name)")
            try superuser.script(attack.script)
            let found = try verify(seal)
            #expect(found.first?.kind == attack.kind, "\(attack.name)")
            #expect(found.first?.subject == subject, "\(attack.name)")
            #expect(found.first?.seq == attack.seq, "\(attack.name)")
            #expect(found.broken == 1, "\(attack.name): the other chains are as they were")
            let alone = try verify(nil)
            #expect((alone.first != nil) == attack.isSelfEvident, "\(attack.name)")
            if attack.isSelfEvident {
                #expect(alone.first?.kind == attack.kind, "\(attack.name)")
                #expect(alone.first?.seq == attack.seq, "\(attack.name)")
            }
            try superuser.script(
                "truncate core.event; insert into core.event overriding system value select * from public.log"
            )
        }
    }

    @Test func `a truncated log is found by its seal, from the first row on`() throws {
        let seal = try sealed()
        try database.connection().execute("truncate core.event")
        let found = try verify(seal)
        #expect(found.events == 0)
        #expect(found.first?.kind == .removed)
        #expect(found.first?.seq == 1)
        #expect(found.broken > 3)
    }

    @Test func `a subject that was put in under an old transaction is found`() throws {
        let seal = try sealed()
        let superuser = try database.connection()
        try superuser.script(Attack.tools)
        try superuser.script("select forge(5); update core.event set subject = 'person:9:P9', seq = 1 where seq = 5")
        let found = try verify(seal)
        #expect(found.first?.kind == .inserted)
        #expect(found.first?.subject == "person:9:P9")
    }

    @Test func `a seal of which one octet was changed is refused`() throws {
        let seal = try sealed()
        var text = try String(contentsOfFile: seal, encoding: .utf8)
        text.replace(":P2\t4\t", with: ":P2\t3\t", maxReplacements: 1)
        try text.write(toFile: seal, atomically: true, encoding: .utf8)
        let error = #expect(throws: SealFault.self) { _ = try verify(seal) }
        #expect(error != .exists(path: seal))
    }

    @Test func `a seal that was cut is refused, and one is never overwritten`() throws {
        let seal = try sealed()
        let session = try database.session()
        #expect(throws: SealFault.exists(path: seal)) {
            _ = try AuditStore.seal(session, to: seal, as: session.request())
        }
        let text = try String(contentsOfFile: seal, encoding: .utf8)
        try text.split(separator: "\n").dropLast().joined(separator: "\n").appending("\n")
            .write(toFile: seal, atomically: true, encoding: .utf8)
        #expect(throws: SealFault.damaged(path: seal)) { _ = try verify(seal) }
    }

    @Test func `a broken log is not sealed`() throws {
        _ = try sealed()
        try database.connection().execute("update core.event set verb = 'x' where subject ~ ':P2$' and seq = 3")
        let session = try database.session()
        let path = Self.path()
        let error = #expect(throws: ChainFault.self) {
            _ = try AuditStore.seal(session, to: path, as: session.request())
        }
        #expect(error?.seq == 3)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `what was done after a seal is counted as not sealed and accused of nothing`() throws {
        let seal = try sealed()
        let session = try database.session()
        try session.perform(PersonStore.correct(Code("P2"), reason: "后来", PersonDetails(post: "职务")))
        try session.perform(PersonStore.add(code: Code("P4"), name: PersonName("样例四"), PersonDetails()))
        let found = try verify(seal)
        #expect(found.first == nil)
        #expect(found.unsealed == 3, "both, and the seal's own event")
    }

    @Test func `a transaction that runs while the log is sealed is left to the next seal`() throws {
        let session = try database.session()
        try session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), PersonDetails()))
        let slow = try database.session()
        let before = Self.path()
        try slow.transaction { slow in
            try slow.perform(PersonStore.add(code: Code("P2"), name: PersonName("样例二"), PersonDetails()))
            // Committed while an older transaction runs: final, but not yet beyond doubt.
            try session.perform(PersonStore.add(code: Code("P3"), name: PersonName("样例三"), PersonDetails()))
            let seal = try AuditStore.seal(session, to: before, as: session.request())
            #expect(seal.unsealed >= 1)
        }
        #expect(try verify(before).first == nil, "the late one is no intruder")
        let after = try sealAll(session).path
        let found = try verify(after)
        #expect(found.first == nil)
        #expect(found.unsealed == 1, "only the seal's own event")
    }

    @Test func `an auditor of one zone sees its chains whole and no others`() throws {
        _ = try sealed()
        try database.connection().script(
            """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'auditor_inno') then
                    create role auditor_inno login in role zb_auditor;
                end if;
            end $$;
            insert into core.membership (login, role, zone_id, valid_from)
            select 'auditor_inno', 'auditor', id, '2000-01-01' from core.zone where code = 'INNO'
            """
        )
        let auditor = try database.session(as: "auditor_inno", zone: "INNO")
        let own = try AuditStore.verify(auditor, against: nil)
        #expect(own.first == nil)
        #expect(own.subjects < 4 && own.subjects >= 1, "its zone's own subject, none of the people of ETDZ")
        #expect(throws: PostgresError.self) {
            _ = try auditor.connection.rows("select id from core.event_chain(\(subject("P2")))", as: Int64.self)
        }
        #expect(throws: PostgresError.self) {
            _ = try AuditStore.verify(database.session(as: "officer_etdz"), against: nil)
        }
    }

    @Test func `a server's clock that went back an hour breaks no chain and accuses nobody`() throws {
        let seal = try sealed()
        let session = try database.session()
        try session.perform(PersonStore.correct(Code("P2"), reason: "钟慢了", PersonDetails(post: "职务")))
        // What finish would have written with the clock an hour behind: an earlier time in the next row of the chain.
        try database.connection().script(
            """
            update core.event set recorded_at = recorded_at - interval '1 hour' where subject ~ ':P2$' and seq = 5;
            update core.event e set hash = core.event_hash(prev_hash, seq, core.event_content(e))
            where subject ~ ':P2$' and seq = 5
            """
        )
        let found = try verify(seal)
        #expect(found.first == nil)
        #expect(found.unsealed == 2)
    }
}
