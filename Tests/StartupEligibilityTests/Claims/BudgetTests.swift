import Glibc
import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct BudgetTests {
    let scene: ClaimScene

    init() throws {
        scene = try ClaimScene()
        try scene.addPolicy()
    }

    /// `ZONEBRIDGE_BUDGET_ATTEMPTS=100000` for the long form.
    private static let attempts = getenv("ZONEBRIDGE_BUDGET_ATTEMPTS").flatMap { Int(String(cString: $0)) } ?? 5_000

    @Test func `sixteen connections never overspend a budget's last yuan`() throws {
        try scene.addBudget(1)
        let connections = 16
        let each = Self.attempts / connections
        let database = scene.database
        let counts = race(connections) { index -> Int in
            let connection = try database.connection()
            var granted = 0
            for number in 0..<each {
                let moved: Bool? = try connection.value(
                    """
                    select eligibility.move_money('2024-10-21', b.id, 'reserve', 'free', 'reserved', 1, \("claim:\(index)-\(number)"))
                    from eligibility.budget b
                    """
                )
                if moved == true { granted += 1 }
            }
            return granted
        }
        #expect(try counts.map { try $0.get() }.reduce(0, +) == 100)
        let budget = try scene.budget()
        #expect(budget.free == .zero && budget.reserved == Money(fen: 100))
        let entries: Int? = try database.connection().value(
            "select count(*) from eligibility.budget_entry where act = 'reserve'"
        )
        #expect(entries == 100)
        let off: Int? = try database.connection().value("select count(*) from eligibility.budget_out_of_balance")
        #expect(off == 0)
    }

    @Test func `of sixteen claims that race for the money of one exactly one gets it`() throws {
        try scene.addBudget(1_000)
        for number in 1...16 {
            try scene.addPerson("P\(number)", number)
            try scene.claim("C\(number)", "P\(number)", to: .inReview)
        }
        let scene = scene
        let answers = race(16) { index in
            try scene.recheck("C\(index + 1)")
        }
        #expect(answers.filter { if case .success = $0 { true } else { false } }.count == 1)
        for case .failure(let error) in answers { #expect((error as? ClaimRejection)?.code == "CLM28", "\(error)") }
        #expect(try ClaimStore.list(scene.session(), ClaimStore.Filter(state: .rechecked)).count == 1)
        try scene.checkLedger()
    }

    @Test func `one claim that several approve or retry at once is reserved once`() throws {
        try scene.addBudget(5_000)
        try scene.addPerson("P1", 1)
        try scene.claim("C1", "P1", to: .inReview)
        let database = scene.database
        let retried = try scene.session("eyes2", on: "2024-10-23")
        let found = try scene.assessment("C1", retried)
        let request = retried.request("recheck C1")
        let answers = race(8) { index -> String in
            let session = try database.session(
                as: index < 4 ? "eyes2_etdz" : "eyes3_etdz",
                zone: "ETDZ",
                at: Instant(iso: "2024-10-23T10:00")
            )
            let verb = try ClaimStore.recheck(found)
            return try index < 4 ? session.perform(verb, as: request).state : session.perform(verb).state
        }
        let done = answers.filter { if case .success = $0 { true } else { false } }.count
        #expect(done == 1 || done == 4, "by the retried request, or by one other reviewer")
        #expect(try scene.budget().reserved == Money(fen: 100_000))
        try scene.checkLedger()
    }

    @Test(arguments: [0, -5] as [Int64])
    func `a budget of nothing is refused`(yuan: Int64) throws {
        let refused: ClaimRejection? = try refusal { try scene.addBudget(yuan) }
        #expect(refused == .budgetZero)
    }

    @Test func `a budget beyond what can be counted is refused`() throws {
        for fen in [1_000_000_000_000_001, Int64.max] {
            let refused: ClaimRejection? = try refusal {
                try scene.session().perform(
                    BudgetStore.add(code: nil, policy: Code("P"), year: 2024, layer: .zone, amount: Money(fen: fen))
                )
            }
            #expect(refused == .budgetTooLarge)
        }
    }

    @Test func `a budget is not lowered under what is reserved, and given once a year and layer`() throws {
        try scene.addBudget(2_000, code: "B")
        try scene.addPerson("P1", 1)
        try scene.claim("C1", "P1", to: .rechecked)
        let session = try scene.session()
        let low: ClaimRejection? = try refusal {
            try session.perform(BudgetStore.correct(Code("B"), total: Money(fen: 99_999), reason: "核减"))
        }
        #expect(low == .belowReserved(budget: "B", fen: "1000.00"))
        try session.perform(BudgetStore.correct(Code("B"), total: Money(fen: 100_000), reason: "核减"))
        #expect(try scene.budget().free == .zero)
        try session.perform(BudgetStore.correct(Code("B"), total: Money(fen: 300_000), reason: "追加"))
        let twice: ClaimRejection? = try refusal { try scene.addBudget(2_000) }
        #expect(twice == .budgetThere)
        try scene.checkLedger()
    }

    @Test func `a year's free money is carried over, what is reserved stays and can be released and carried later`()
        throws
    {
        try scene.addBudget(3_000, code: "B24")
        try scene.addPerson("P1", 1)
        try scene.claim("C1", "P1", to: .rechecked)
        let early: ClaimRejection? = try refusal {
            try scene.session(on: "2024-12-31").perform(BudgetStore.carry(Code("B24"), into: nil))
        }
        #expect(early == .yearNotOver(budget: "B24", year: "2024"))
        let january = try scene.session(on: "2025-01-02")
        let carried = try january.perform(BudgetStore.carry(Code("B24"), into: Code("B25")))
        #expect(carried.into == "B25" && carried.amount == Money(fen: 200_000))
        let empty: ClaimRejection? = try refusal {
            try scene.session(on: "2025-01-03").perform(BudgetStore.carry(Code("B24"), into: nil))
        }
        #expect(empty == .nothingFree(budget: "B24"))
        try scene.session("desk", on: "2025-01-03").perform(ClaimStore.withdraw(Code("C1"), reason: nil))
        try january.perform(BudgetStore.carry(Code("B24"), into: nil))
        let budgets = try BudgetStore.list(january)
        #expect(budgets.map(\.free.fen) == [0, 300_000])
        let fixed: ClaimRejection? = try refusal {
            try january.perform(BudgetStore.correct(Code("B24"), total: Money(fen: 1), reason: "错"))
        }
        #expect(fixed?.code == "CLM34")
        try scene.checkLedger()
    }

    @Test func `the ledger is only added to`() throws {
        try scene.addBudget(1)
        let superuser = try scene.database.connection()
        for statement: Statement in [
            "update eligibility.budget_entry set amount_fen = 1", "delete from eligibility.budget_entry",
        ] {
            let error = #expect(throws: PostgresError.self) { try superuser.execute(statement) }
            #expect(error?.constraint == "ledger_append_only")
        }
    }

    /// Whatever the shares and however an award is paid in parts and comes back: the parts sum to the whole, none is
    /// negative, and nothing is left over.
    @Test func `splits and partial payments keep every fen`() throws {
        var dice = SystemRandomNumberGenerator()
        let connection = try scene.database.connection()
        for _ in 0..<400 {
            let cuts = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                Int64.random(in: 0...1_000_000, using: &dice)
            }.sorted()
            let shares = zip([0] + cuts, cuts + [1_000_000]).map { $1 - $0 }
            let amount = Int64.random(in: 1...5_000, using: &dice)
            let parts: [Int64] = try connection.value("select eligibility.split_fen(\(amount), \(shares))") ?? []
            let ours = try Money(fen: amount).split(weights: shares).map(\.fen)
            #expect(parts == ours)
            var left = parts
            var rest = amount
            while rest > 0 {
                let paid = Int64.random(in: 1...rest, using: &dice)
                let drawn: [Int64] = try connection.value("select eligibility.draw_fen(\(paid), \(left))") ?? []
                #expect(
                    drawn.reduce(0, +) == paid && zip(drawn, left).allSatisfy { $0 >= 0 && $0 <= $1 },
                    "\(paid) of \(left): \(drawn)"
                )
                left = zip(left, drawn).map { $0 - $1 }
                rest -= paid
            }
            #expect(left.allSatisfy { $0 == 0 })
        }
    }
}
