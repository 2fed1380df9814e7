import Store
import StoreTesting
import Zones

@testable import StartupEligibility

/// Loans in a test's database, in few words.
struct LoanScene {
    let database = TestDatabase.current
    let session: Session

    init(at clock: Instant = TestDatabase.noon) throws {
        session = try database.session(at: clock)
    }

    /// The scene on another day; the same database.
    init(on day: String) throws {
        try self.init(at: Instant(iso: day + "T12:00"))
    }

    func addPerson(_ code: String = "P1") throws {
        try session.perform(PersonStore.add(code: Code(code), name: PersonName("样例人"), PersonDetails()))
    }

    func terms(
        _ principal: String = "200000",
        _ rate: String = "3.10",
        _ months: Int = 12,
        _ method: RepaymentMethod = .interestOnly,
        _ dayCount: DayCount? = nil,
        from: String = "2024-10-25"
    ) throws -> LoanTerms {
        try LoanTerms(
            principal: Money(yuan: principal),
            rate: Rate(percent: rate),
            months: months,
            method: method,
            dayCount: dayCount ?? method.usualDayCount,
            drawnOn: Day(iso: from)
        )
    }

    func loan(
        _ code: String,
        _ terms: LoanTerms,
        lpr: String = "3.10",
        cap: String? = nil,
        layers: [String] = [],
        bank: String = "BANK",
        contract: String? = nil
    ) throws -> NewLoan {
        NewLoan(
            code: try Code(code),
            person: try Code("P1"),
            policy: nil,
            decision: nil,
            bank: try Code(bank),
            contract: contract ?? "HT-\(code)",
            terms: terms,
            lprOn: terms.drawnOn,
            lpr: try Rate(percent: lpr),
            cap: try cap.map { try Rate(percent: $0) },
            layers: layers.compactMap { SubsidyLayer($0) }
        )
    }

    @discardableResult
    func open(_ code: String, _ terms: LoanTerms, lpr: String = "3.10", layers: [String] = []) throws -> LoanContract {
        try session.perform(LoanStore.open(loan(code, terms, lpr: lpr, layers: layers)))
        return try show(code)
    }

    func show(_ code: String) throws -> LoanContract { try LoanStore.show(session, Code(code)) }

    @discardableResult
    func settle(_ quarter: String) throws -> SettlementStore.Outcome {
        try SettlementStore.settle(session, quarter: Day(iso: quarter), as: session.request("settle \(quarter)"))
    }

    func lines(_ quarter: String, bank: String? = nil) throws -> [SettlementLine] {
        try SettlementStore.statement(session, quarter: Day(iso: quarter), bank: bank.map { try Code($0) })
    }

    /// The bank's answer: all paid but the contracts named.
    @discardableResult
    func reply(_ quarter: String, overdue: Set<String> = [], file: String = "file") throws -> (paid: Int, overdue: Int)
    {
        let sent = try lines(quarter, bank: "BANK").filter { $0.state == .listed }
        let answers = sent.map {
            SettlementReply.Line(
                key: $0.key,
                dueOn: $0.dueOn,
                interest: $0.interest,
                subsidy: $0.subsidy,
                isPaid: !overdue.contains($0.contract)
            )
        }
        return try session.perform(
            SettlementStore.answer(
                quarter: Day(iso: quarter),
                bank: Code("BANK"),
                file: SHA256.digest(of: file + quarter),
                SettlementReply(answers, to: sent)
            )
        )
    }
}
