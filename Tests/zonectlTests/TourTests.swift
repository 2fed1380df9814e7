import Foundation
import StoreTesting
import Testing

/// The tour is the program's acceptance test: it is played by the real binary.
@Suite(.database)
struct TourTests {
    private func play(_ arguments: [String] = []) throws -> Zonectl.Answer {
        let database = TestDatabase.current
        // The tour founds its own zones.
        try database.connection().script(
            """
            truncate core.zone, core.membership, core.event, core.request restart identity cascade;
            insert into core.calendar_year select y, 'test' from generate_series(2019, 2026) y on conflict do nothing;
            insert into core.membership (login, role, zone_id, valid_from)
            select 'tester', unnest(array['officer', 'coordinator', 'reviewer', 'cashier', 'auditor', 'admin']), null, '2000-01-01';
            """)
        let zonectl = Zonectl(database: database, options: [])
        return try zonectl.run(arguments + ["run", "--echo", "deploy/sample/tour.zctl"])
    }

    @Test func `the tour plays to its end`() throws {
        let answer = try play()
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.errors == "")
        #expect(answer.text.contains("E-3\twaitlisted\t1"))
        #expect(answer.text.contains("[SCH01]"))
    }
}
