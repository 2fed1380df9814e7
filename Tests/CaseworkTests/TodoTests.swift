import Postgres
import StoreTesting
import Testing
import Zones

@testable import Casework

@Suite(.database)
struct TodoTests {
    private func start(_ subject: String, zone: String, days: Int) throws {
        try TestDatabase.current.connection().execute(
            """
            select core.start_deadline(id, \(subject), 'answer', 'calendar', \(Int32(days)), \(try day("2024-10-19")))
            from core.zone where code = \(zone)
            """
        )
    }

    @Test func `what is due comes by day from all sources, within the days asked for`() throws {
        try start("case:B", zone: "ETDZ", days: 3)
        try start("case:A", zone: "ETDZ", days: 3)
        try start("case:C", zone: "ETDZ", days: 1)
        try start("case:D", zone: "ETDZ", days: 30)
        try start("case:E", zone: "INNO", days: 1)
        let session = try TestDatabase.current.session(as: "officer_etdz")
        let extra = TodoSource { until in "select \(until), 'extra'::text, 'case:Z'::text, array['x']" }
        let todos = try Todo.list(session, from: [extra, .casework], days: 7).filter { $0.kind != "calendar_ends" }
        #expect(todos.map(\.subject) == ["case:C", "case:A", "case:B", "case:Z"])
        #expect(todos.first?.facts == ["answer", "1", "calendar"])
        #expect(try Todo.list(session, from: [.casework], days: 0).filter { $0.kind == "deadline_due" }.isEmpty)
    }

    @Test func `the end of the working-day calendar is due in November of its last year`() throws {
        let last = try #require(try calendar().years.max())
        let before = try TestDatabase.current.session(at: Instant(iso: "\(last)-10-01T12:00"))
        #expect(try Todo.list(before, from: [.casework], days: 7).isEmpty)
        let after = try TestDatabase.current.session(at: Instant(iso: "\(last)-11-10T12:00"))
        let todos = try Todo.list(after, from: [.casework], days: 7)
        #expect(todos.map(\.kind) == ["calendar_ends"])
        #expect(todos.first?.facts == ["\(last)"])
    }
}
