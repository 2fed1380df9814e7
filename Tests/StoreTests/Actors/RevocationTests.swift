import Foundation
import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// How soon a revoked role is gone.
@Suite(.database)
struct RevocationTests {
    let staff = Staff()
    var database: TestDatabase { staff.database }

    @Test func `an open session loses a revoked role at its next statement, in a transaction too`() throws {
        let login = try staff.hire(staff.newLogin())
        let session = try database.session(as: login)
        let admin = try database.session()
        try staff.add(session, "P1")
        try session.connection.execute("begin")
        try staff.add(session, "P2")
        try admin.perform(staff.revoke(login, "officer", in: "ETDZ"))
        #expect(throws: CoreRejection.zoneNeeded(wanted: "ETDZ")) { try staff.add(session, "P3") }
        try session.connection.execute("rollback")
        #expect(try PersonStore.list(session) == [], "what it could read is closed to it as well")
    }

    @Test func `a transaction that keeps an old snapshot cannot work under a revoked role`() throws {
        for level in ["repeatable read", "serializable"] { try work(at: level) }
    }

    private func work(at level: String) throws {
        let login = try staff.hire(staff.newLogin())
        let session = try database.session(as: login)
        _ = try session.connection.value(
            "select set_config('default_transaction_isolation', \(level), false)",
            as: String.self
        )
        try session.connection.execute("begin")
        _ = try PersonStore.list(session)
        try database.session().perform(staff.revoke(login, "officer", in: "ETDZ"))
        #expect(throws: CoreRejection.otherIsolation(level: level)) { try staff.add(session, "P1") }
    }

    @Test func `nothing that begins after a revocation succeeds, in a race of eight writers`() throws {
        let database = database
        let login = try staff.hire(staff.newLogin())
        let sessions = try (0..<8).map { _ in Confined(try database.session(as: login)) }
        let admin = Confined(try database.session())
        let revoked = Flag()
        let counts = race(9) { index -> (before: Int, after: Int) in
            var (before, after) = (0, 0)
            guard index < 8 else {
                while revoked.successes < 40 { usleep(500) }
                try admin.value.perform(staff.revoke(login, "officer", in: "ETDZ"))
                revoked.raise()
                return (0, 0)
            }
            let session = sessions[index].value
            for round in 0..<4000 {
                let isLate = revoked.isRaised
                do {
                    try staff.add(session, "P\(index)-\(round)")
                    if isLate { after += 1 } else { before += 1 }
                    revoked.count()
                } catch {
                    if isLate { break }
                }
            }
            return (before, after)
        }.map { try? $0.get() }
        #expect(counts.allSatisfy { $0 != nil })
        #expect(counts.reduce(0) { $0 + ($1?.after ?? 1) } == 0)
        let done = counts.reduce(0) { $0 + ($1?.before ?? 0) }
        #expect(done >= 40)
        #expect(try database.connection().value("select count(*) from core.person", as: Int.self) == done)
    }
}

/// A value that one thread of a race uses, and no other.
private final class Confined<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}

/// Raised once by one thread, read by others; and a count of what they did.
private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var raised = false
    private var number = 0
    var isRaised: Bool { lock.withLock { raised } }
    var successes: Int { lock.withLock { number } }
    func raise() { lock.withLock { raised = true } }
    func count() { lock.withLock { number += 1 } }
}
