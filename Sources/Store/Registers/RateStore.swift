import Postgres
import Zones

/// The register of loan prime rates.
public enum RateStore {
    /// All fixings that are loaded, in ascending order.
    public static func fixings(_ session: Session) throws -> [LoanPrimeRate] {
        try session.connection.rows(
            "select published_on, one_year_ppm, five_year_ppm from core.loan_prime_rate order by published_on",
            as: (Day, Rate, Rate).self
        ).map { LoanPrimeRate(publishedOn: $0.0, oneYear: $0.1, fiveYear: $0.2) }
    }

    /// Loads fixings; those that are known already stay. Answers how many are new.
    public static func load(_ fixings: [LoanPrimeRate]) -> Verb<Int> {
        let days = fixings.map(\.publishedOn)
        let oneYear = fixings.map(\.oneYear)
        let fiveYear = fixings.map(\.fiveYear)
        return Verb(refusedAs: CoreRejection.self) { request in
            "select core.load_rates(\(request), \(days), \(oneYear), \(fiveYear))"
        } decode: { columns throws(AnswerFault) in
            try columns.integer(0)
        }
    }
}
