import Store
import Zones

/// What is the same for everybody in a session: the catalogue, the zone that asks, the loan prime rates.
public struct FactSources: Sendable {
    public let catalogue: FactCatalogue
    public let zone: ZoneCode?
    public let lpr: LoanPrimeRates

    public init(_ session: Session) throws {
        catalogue = try FactStore.catalogue(session)
        zone = try ApplicantStore.zone(session)
        lpr = LoanPrimeRates(fixings: try RateStore.fixings(session))
    }

    /// The facts that hold for everybody on a day, with the table that each is from.
    func common(on day: Day) -> [(fact: String, value: FactValue, source: String)] {
        var facts: [(fact: String, value: FactValue, source: String)] = []
        if let zone { facts.append(("zone", .code(zone.text), "core.zone")) }
        if let rate = try? lpr.oneYear(on: day) {
            facts.append(("lpr", .number(rate.partsPerMillion), "core.loan_prime_rate"))
        }
        return facts
    }
}
