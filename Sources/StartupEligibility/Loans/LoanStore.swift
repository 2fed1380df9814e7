import Postgres
import Store
import Zones

extension RepaymentMethod: PostgresText {}
extension DayCount: PostgresText {}
extension SettledState: PostgresText {}
extension LoanContract.State: PostgresText {}

/// The register of loans of the active zone.
public enum LoanStore {
    /// One loan in a list.
    public struct Row: Sendable, Hashable {
        public let code: Code
        public let person: Code
        public let bank: Code
        public let contract: String
        public let principal: Money
        public let rate: Rate
        public let drawnOn: Day
        public let endsOn: Day
        public let state: LoanContract.State
        /// What is owed after the payments that are due.
        public let balance: Money
        public let overdue: Int
    }

    /// Loans by code, at most `limit`, after the code `after`.
    public static func list(_ session: Session, person: Code?, after: Code?, limit: Int) throws -> [Row] {
        try session.connection.rows(
            """
            select l.code, p.code, l.bank, l.contract, l.principal_fen, l.rate_ppm, l.drawn_on, l.ends_on, l.state,
                coalesce((select i.balance_fen from eligibility.loan_installment i
                    where i.loan_id = l.id and i.replaced_in is null and i.due_on <= \(session.today)
                    order by i.number desc limit 1), l.principal_fen),
                (select count(*) from eligibility.loan_installment i
                    join eligibility.loan_overdue o on o.installment_id = i.id
                    where i.loan_id = l.id and i.replaced_in is null and o.cured_on is null)
            from eligibility.loan l join core.person p on (p.zone_id, p.id) = (l.zone_id, l.person_id)
            where l.code > \(after?.text ?? "") and (\(person)::text is null or p.code = \(person)) order by l.code
            limit \(limit)
            """,
            as: (Code, Code, Code, String, Money, Rate, Day, Day, LoanContract.State, Money, Int64).self
        ).map {
            Row(
                code: $0.0,
                person: $0.1,
                bank: $0.2,
                contract: $0.3,
                principal: $0.4,
                rate: $0.5,
                drawnOn: $0.6,
                endsOn: $0.7,
                state: $0.8,
                balance: $0.9,
                overdue: Int($0.10)
            )
        }
    }

    /// A loan with its schedule as it stands.
    ///
    /// - Throws: `CoreRejection.missing`
    public static func show(_ session: Session, _ code: Code) throws -> LoanContract {
        guard let loan = try contracts(session, " where l.code = \(code)").first else {
            throw CoreRejection.missing(noun: "loan", key: code.text)
        }
        return loan
    }

    /// Open loans with a payment that fell due by a day and that no run has settled, at most `limit`.
    static func due(_ session: Session, by day: Day, limit: Int) throws -> [LoanContract] {
        try contracts(
            session,
            """
             where l.state = 'open' and l.id in (
                select i.loan_id from eligibility.loan_installment i
                left join eligibility.settlement_line s on s.installment_id = i.id
                where i.replaced_in is null and i.due_on <= \(day) and s.id is null order by i.loan_id limit \(limit))
            """
        )
    }

    private static func contracts(_ session: Session, _ filter: Statement) throws -> [LoanContract] {
        let heads = try session.connection.rows(
            """
            select l.id, l.code, p.code, l.bank, l.contract, l.principal_fen, l.rate_ppm, l.months + l.extended_months,
                l.method, l.day_count, l.drawn_on, l.ends_on
            from eligibility.loan l join core.person p on (p.zone_id, p.id) = (l.zone_id, l.person_id)
            """ + filter + " order by l.id",
            as: (
                Int64, Code, Code, Code, String, Money, Rate, Int32, RepaymentMethod, DayCount, Day, Day
            ).self
        )
        let rest = try session.connection.rows(
            "select l.lpr_ppm, l.lpr_on, l.revision, l.state from eligibility.loan l" + filter + " order by l.id",
            as: (Rate, Day, Int32, LoanContract.State).self
        )
        // Two looks: a loan opened between them would be in one only.
        guard heads.count == rest.count else { return try contracts(session, filter) }
        let ids = heads.map(\.0)
        let layers = try layers(session, ids)
        let payments = try payments(session, ids)
        return try zip(heads, rest).map { head, rest in
            LoanContract(
                id: head.0,
                code: head.1,
                person: head.2,
                bank: head.3,
                contract: head.4,
                terms: try LoanTerms(
                    principal: head.5,
                    rate: head.6,
                    months: Int(head.7),
                    method: head.8,
                    dayCount: head.9,
                    drawnOn: head.10
                ),
                endsOn: head.11,
                lpr: rest.0,
                lprOn: rest.1,
                layers: layers[head.0] ?? [],
                revision: Int(rest.2),
                state: rest.3,
                payments: payments[head.0] ?? []
            )
        }
    }

    private static func layers(_ session: Session, _ loans: [Int64]) throws -> [Int64: [SubsidyLayer]] {
        let rows = try session.connection.rows(
            """
            select loan_id, payer, formula, from_on, until_on from eligibility.loan_layer where loan_id = any (\(loans))
            order by loan_id, position
            """,
            as: (Int64, String, String, Day?, Day?).self
        )
        return try Dictionary(grouping: rows, by: \.0).mapValues { rows in
            try rows.map { row in
                guard let formula = SubsidyLayer.Formula(row.2) else { throw AnswerFault([row.2]) }
                return SubsidyLayer(payer: row.1, formula: formula, from: row.3, until: row.4)
            }
        }
    }

    private static func payments(_ session: Session, _ loans: [Int64]) throws -> [Int64: [LoanContract.Payment]] {
        let rows = try session.connection.rows(
            """
            select i.loan_id, i.id, i.number, i.from_on, i.until_on, i.due_on, i.principal_fen, i.interest_fen, i.balance_fen,
                i.prepaid, s.state, o.since, o.cured_on
            from eligibility.loan_installment i
            left join eligibility.settlement_line s on s.installment_id = i.id
            left join eligibility.loan_overdue o on o.installment_id = i.id
            where i.loan_id = any (\(loans)) and i.replaced_in is null order by i.loan_id, i.number
            """,
            as: (
                Int64, Int64, Int32, Day, Day, Day, Money, Money, Money, Bool, SettledState?, Day?, Day?
            ).self
        )
        return Dictionary(grouping: rows, by: \.0).mapValues { rows in
            rows.map { row in
                LoanContract.Payment(
                    id: row.1,
                    installment: Installment(
                        number: Int(row.2),
                        from: row.3,
                        until: row.4,
                        dueOn: row.5,
                        principal: row.6,
                        interest: row.7,
                        balance: row.8
                    ),
                    isPrepayment: row.9,
                    settled: row.10,
                    overdueSince: row.11,
                    curedOn: row.12
                )
            }
        }
    }

    /// What a policy offers of a loan that is drawn on a day; nil when it has none in the active zone.
    public static func offer(_ session: Session, policy: Code, drawnOn day: Day) throws -> LoanOffer? {
        let row = try session.connection.rows(
            """
            select b.spread_ppm, b.subsidy_ppm, b.subsidised_years, b.payers
            from eligibility.policy p join eligibility.version_zone vz on vz.policy_id = p.id
            join eligibility.benefit b on b.version_id = vz.version_id and b.kind = 'loan'
            where p.code = \(policy) and vz.zone_id = (select core.active_zone()) and vz.validity @> \(day)
            order by b.position limit 1
            """,
            as: (Rate?, Rate?, Int32?, [String]).self
        ).first
        return try row.map { row in
            try LoanOffer(
                cap: row.0,
                subsidy: row.1,
                years: row.2.map(Int.init),
                payers: row.3.compactMap(Benefit.Payer.init(stored:)),
                drawnOn: day
            )
        }
    }
}
