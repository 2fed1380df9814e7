import Postgres
import StoreTesting
import Testing
import Zones

@testable import Casework

@Suite(.database)
struct NoticeStoreTests {
    private func tell(_ zone: String, _ recipient: String, _ kind: String, _ minute: Int) throws {
        let at = try Instant(iso: "2024-10-19T12:\(minute)")
        try TestDatabase.current.connection().execute(
            """
            select core.notify(id, \(at), \(recipient), 'enrollment:E-1', \(kind), variadic array['NIGHT-1', '']) from core.zone
            where code = \(zone)
            """
        )
    }

    @Test func `notices come newest first, for one recipient or all, and no more than asked for`() throws {
        for minute in 10..<20 {
            try tell("ETDZ", minute % 2 == 0 ? "person:P1" : "zone:ETDZ", "kind_\(minute)", minute)
        }
        let session = try TestDatabase.current.session()
        let all = try NoticeStore.list(session)
        #expect(all.map(\.kind) == (10..<20).reversed().map { "kind_\($0)" })
        #expect(all.first?.facts == ["NIGHT-1", ""])
        #expect(try NoticeStore.list(session, recipient: Subject("person", "P1")).count == 5)
        #expect(try NoticeStore.list(session, limit: 3).map(\.kind) == ["kind_19", "kind_18", "kind_17"])
    }

    @Test func `a zone reads its own notices only`() throws {
        try tell("ETDZ", "person:P1", "mine", 10)
        try tell("INNO", "person:P1", "theirs", 11)
        let database = TestDatabase.current
        #expect(try NoticeStore.list(database.session(as: "officer_etdz")).map(\.kind) == ["mine"])
        #expect(try NoticeStore.list(database.session(as: "officer_inno", zone: "INNO")).map(\.kind) == ["theirs"])
    }
}
