import Foundation
import StoreTesting
import Testing

/// What a login tried and may not do is in the log, in a transaction of its own.
@Suite(.database)
struct DenialTests {
    @Test func `a command that is not permitted changes nothing and leaves an event with its author`() throws {
        var officer = Zonectl(database: TestDatabase.current)
        officer.login = "officer_inno"
        let refused = try officer.run(["officer", "add", "eve", "--name", "样例员"])
        #expect(refused.status == 77, "\(refused.errors)")
        let events = try officer("event", "list", "--noun", "attempt", "--json")
        #expect(events.lines.count == 1, "\(events.errors)")
        #expect(events.text.contains("officer_inno") && events.text.contains("COR13"))
        #expect(try officer("audit", "verify").status == 77)
        let all = Zonectl(database: TestDatabase.current)
        #expect(try all("audit", "verify").status == 0)
        #expect(try all("event", "list", "--noun", "attempt", "--actor", "officer_inno").lines.count == 2)
    }
}
