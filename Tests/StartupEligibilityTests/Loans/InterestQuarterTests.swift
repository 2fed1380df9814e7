import StartupEligibility
import Testing
import Zones

struct InterestQuarterTests {
    @Test(arguments: [
        ("2024-10-25", "2024-12-20"), ("2024-12-20", "2024-12-20"), ("2024-12-21", "2025-03-20"),
        ("2025-01-01", "2025-03-20"), ("2024-06-20", "2024-06-20"), ("2024-06-21", "2024-09-20"),
    ])
    func `a quarter ends on the 20th of its last month`(day: String, end: String) throws {
        let quarter = InterestQuarter.containing(try Day(iso: day))
        #expect(quarter.settledOn.description == end)
        #expect(quarter.begins <= (try Day(iso: day)))
        #expect(InterestQuarter.containing(quarter.begins) == quarter)
        #expect(InterestQuarter.containing(quarter.dayAfter).begins == quarter.dayAfter)
    }

    @Test func `thirty days a month count the 31st as the 30th`() throws {
        func days(_ from: String, _ to: String) throws -> Int {
            DayCount.thirty360.days(from: try Day(iso: from), to: try Day(iso: to))
        }
        #expect(try days("2024-01-31", "2024-02-29") == 29)
        #expect(try days("2024-01-31", "2024-03-31") == 60)
        #expect(try days("2024-01-15", "2024-03-31") == 76)
        #expect(try days("2024-10-25", "2025-10-25") == 360)
    }
}
