import Testing

@testable import Zones

@Suite struct LoanPrimeRatesTests {
    let rates: LoanPrimeRates

    init() throws { rates = try DataFiles.rates() }

    @Test(arguments: [
        ("2019-08-20", "4.25", "4.85"), ("2024-07-21", "3.45", "3.95"), ("2024-07-22", "3.35", "3.85"),
        ("2024-10-19", "3.35", "3.85"), ("2024-10-20", "3.35", "3.85"), ("2024-10-21", "3.10", "3.60"),
        ("2025-05-20", "3.00", "3.50"), ("2025-06-20", "3.00", "3.50"),
    ])
    func `a fixing holds until the next`(_ on: String, _ one: String, _ five: String) throws {
        #expect(try rates.oneYear(on: day(on)) == Rate(percent: one))
        #expect(try rates.fiveYear(on: day(on)) == Rate(percent: five))
    }

    @Test func `every day has the fixing that a search from the end finds`() throws {
        var current = try #require(rates.fixings.first).publishedOn
        let end = try #require(rates.loadedUntil)
        while current <= end {
            #expect(try rates.fixing(on: current) == rates.fixings.last { $0.publishedOn <= current })
            current = try current.adding(days: 1)
        }
    }

    @Test func `days before the first fixing and long after the last are refused`() throws {
        #expect(try rates.loadedUntil == day("2025-06-20"))
        #expect(throws: RateRefusal.beforeFirst(try day("2019-08-20"))) { try rates.oneYear(on: day("2019-08-19")) }
        #expect(throws: RateRefusal.notLoaded(after: try day("2025-06-20"))) {
            try rates.oneYear(on: day("2025-06-21"))
        }
        #expect(throws: RateRefusal.noneLoaded) { try LoanPrimeRates(fixings: []).oneYear(on: day("2024-01-01")) }
    }

    @Test func `fixings are sorted and the first of two for a day is kept`() throws {
        let (one, two) = (try Rate(percent: "1"), try Rate(percent: "2"))
        let mixed = LoanPrimeRates(fixings: [
            LoanPrimeRate(publishedOn: try day("2024-02-20"), oneYear: two, fiveYear: two),
            LoanPrimeRate(publishedOn: try day("2024-01-22"), oneYear: one, fiveYear: one),
            LoanPrimeRate(publishedOn: try day("2024-02-20"), oneYear: one, fiveYear: one),
        ])
        #expect(try mixed.fixings.map(\.publishedOn) == [day("2024-01-22"), day("2024-02-20")])
        #expect(try mixed.oneYear(on: day("2024-02-21")) == two)
    }

    @Test(arguments: [
        ("2024-02-20,3.45", DataRefusal.Problem.columns(expected: 3, found: 2)),
        ("2024-02-30,3.45,3.95", .day(.dayOfMonth(30, lastDay: 29))),
        ("2024-02-20,3.45%,3.95", .rate(.character("%"))), ("2024-02-20,3.45,", .rate(.empty)),
        ("2024-01-22,3.45,3.95", .duplicate), ("2024-01-20,3.45,3.95", .order), ("2024-03-20,3.45,3.95", .gap),
        ("2024-02-20,3.45001,3.95", .rate(.decimals(limit: 4))),
    ])
    func `a wrong line is refused by its number`(_ line: String, _ problem: DataRefusal.Problem) {
        let text = "published_on,one_year_percent,five_year_percent\n2024-01-22,3.45,4.20\n" + line + "\n"
        #expect(throws: DataRefusal(line: 3, problem: problem)) { try LoanPrimeRates(csv: text) }
    }
}
