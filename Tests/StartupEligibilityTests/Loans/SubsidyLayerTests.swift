import StartupEligibility
import Testing
import Zones

struct SubsidyLayerTests {
    private func year(_ principal: String, _ rate: String, _ dayCount: DayCount) throws -> (
        terms: LoanTerms, interest: Money
    ) {
        let terms = try LoanTerms(
            principal: Money(yuan: principal),
            rate: Rate(percent: rate),
            months: 12,
            method: .equalPrincipal,
            dayCount: dayCount,
            drawnOn: Day(iso: "2024-10-25")
        )
        let end = try terms.drawnOn.adding(months: 12)
        let days = dayCount.days(from: terms.drawnOn, to: end)
        return (terms, try terms.principal.interest(at: terms.rate, days: days, yearDays: dayCount.yearDays))
    }

    private func treasury(
        _ formula: SubsidyLayer.Formula,
        _ rate: String,
        lpr: String,
        _ dayCount: DayCount,
        principal: String = "200000"
    )
        throws -> InterestShares
    {
        let (terms, interest) = try year(principal, rate, dayCount)
        return try terms.shares(
            of: interest,
            from: terms.drawnOn,
            layers: [SubsidyLayer(payer: "treasury", formula: formula)],
            lpr: Rate(percent: lpr)
        )
    }

    @Test func `the published example of Liuzhou is divided as published`() throws {
        let shares = try treasury(.aboveLPR(lessBasisPoints: 150), "5.15", lpr: "3.65", .thirty360, principal: "100000")
        #expect(shares.interest.description == "5150.00")
        #expect(shares.borrower.description == "2150.00")
        #expect(shares.layers.map(\.description) == ["3000.00"])
    }

    @Test(arguments: [
        (SubsidyLayer.Formula.full, "7300.00", "7200.00"),
        (.aboveLPR(lessBasisPoints: 150), "4055.56", "4000.00"),
        (.share(Rate(partsPerMillion: 500_000)), "3650.00", "3600.00"),
    ])
    func `a year of 200,000 yuan at LPR and 50 points`(formula: SubsidyLayer.Formula, actual: String, thirty: String)
        throws
    {
        #expect(try treasury(formula, "3.60", lpr: "3.10", .actual360).layers.first?.description == actual)
        #expect(try treasury(formula, "3.60", lpr: "3.10", .thirty360).layers.first?.description == thirty)
    }

    @Test func `layers pay in their days, none more than is left, and the parts sum to the interest`() throws {
        let (terms, interest) = try year("200000", "3.85", .actual360)
        let half = SubsidyLayer.Formula.share(Rate(partsPerMillion: 600_000))
        let layers = [
            SubsidyLayer(payer: "province", formula: half),
            SubsidyLayer(payer: "city", formula: half),
            SubsidyLayer(payer: "district", formula: .full, until: try Day(iso: "2024-10-24")),
        ]
        let shares = try terms.shares(of: interest, from: terms.drawnOn, layers: layers, lpr: .zero)
        #expect(shares.interest.description == "7806.94")
        #expect(shares.layers[0].description == "4684.16")
        #expect(shares.layers[1].description == "3122.78")
        #expect(shares.layers[2] == .zero)
        #expect(shares.borrower == .zero)
    }

    @Test func `a rate below the borrower's own share earns no subsidy, and a loan without interest none`() throws {
        #expect(try treasury(.aboveLPR(lessBasisPoints: 150), "1.50", lpr: "3.10", .actual360).layers == [.zero])
        #expect(try treasury(.aboveLPR(lessBasisPoints: 150), "0", lpr: "3.10", .actual360).layers == [.zero])
    }
}
