import Postgres
import Store
import Zones

/// What deciding about claims anew reads beyond the facts.
enum AssessmentStore {
    /// Sources whose word needs no second look: declared registers, and what is read from tables.
    static func registers(_ session: Session) throws -> Set<String> {
        let named = try session.connection.rows(
            """
            select r.name from eligibility.register_source r
            union select f.source from eligibility.fact f where f.source <> 'declared'
            """,
            as: String.self
        )
        return Set(named)
    }

    /// The number of the latest fact on record about each claim's applicant and organization.
    static func factsSeen(_ session: Session, _ claims: [Code]) throws -> [Code: Int64] {
        let rows = try session.connection.rows(
            """
            select c.code, coalesce(greatest(
                (select max(f.id) from eligibility.fact_value f join core.person p on p.zone_id = f.zone_id and p.id = f.person_id
                    join core.person own on own.zone_id = c.zone_id and own.id = c.person_id
                    where f.zone_id = c.zone_id and coalesce(p.merged_into, p.id) = coalesce(own.merged_into, own.id)),
                (select max(f.id) from eligibility.fact_value f
                    where f.zone_id = c.zone_id and f.organization_id = c.organization_id)), 0)
            from eligibility.claim c where c.code = any (\(claims.map(\.text)))
            """,
            as: (Code, Int64).self
        )
        return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
    }

    /// What was granted before to those over whom the benefit's cap is summed, in whichever zone.
    static func receivedBefore(_ session: Session, _ claim: Claim) throws -> [Received] {
        let rows = try session.connection.rows(
            "select benefit_code, scope, amount_fen from eligibility.received_before(\(claim.code))",
            as: (String, Scope, Money).self
        )
        return rows.map { benefit, scope, amount in
            Received(policy: claim.policy.text, benefit: benefit, scope: scope, amount: amount)
        }
    }
}
