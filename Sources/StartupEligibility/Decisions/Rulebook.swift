import Zones

/// A policy version made ready for deciding: every name looked up, every type checked.
public struct Rulebook: Sendable {
    public let version: PolicyVersion
    public let catalogue: FactCatalogue
    /// What holds from a day on, because parameters change; the first from the beginning of time.
    let eras: [Era]
    /// The slot of the anchor's fact.
    let anchorSlot: Int?

    struct Era: Sendable {
        let from: Int64
        let clauses: [CompiledClause]
        /// For each group the clauses of its alternatives, as bits.
        let groups: [[UInt64]]
        let benefits: [CompiledBenefit]
        let parameters: [String: Parameter]
    }

    struct CompiledClause: Sendable {
        let clause: Clause
        let test: Test
        let usesDay: Bool
        let facts: [Int]
        let parameters: [String]
    }

    struct CompiledBenefit: Sendable {
        let benefit: Benefit
        let condition: Test?
        let ending: Test?
        let amount: Number
        let cap: Number?
        let months: Number?
        let parameters: [String]
        let facts: [Int]
    }

    /// Clauses that one version may have: an answer is kept as bits of one word.
    public static let clauseLimit = 64

    /// - Throws: `PolicyFault` for the first thing that is wrong
    public init(_ version: PolicyVersion, _ catalogue: FactCatalogue) throws(PolicyFault) {
        self.version = version
        self.catalogue = catalogue
        if case .fact(let name) = version.anchor {
            guard let slot = catalogue.slot(name), catalogue.facts[slot].type == .day else {
                throw PolicyFault(.version, version.code, .expression(.unknownFact(name)))
            }
            anchorSlot = slot
        } else {
            anchorSlot = nil
        }
        guard version.validUntil.map({ $0 >= version.validFrom }) ?? true else {
            throw PolicyFault(.version, version.code, .endsBeforeStart)
        }
        guard version.clauses.count <= Self.clauseLimit else {
            throw PolicyFault(.version, version.code, .tooManyClauses)
        }
        var eras: [Era] = []
        for start in Self.starts(version) { eras.append(try Era(version, catalogue, from: start)) }
        self.eras = eras
    }

    /// The days from which parameters hold.
    private static func starts(_ version: PolicyVersion) -> [Day] {
        let days = Set(version.parameters.compactMap(\.from)).filter { $0 > version.validFrom }
        return [Day.first] + days.sorted()
    }

    /// The facts that decide: of the clauses, and the day that chooses the version.
    var decisiveSlots: Set<Int> {
        eras.reduce(into: Set([anchorSlot].compactMap(\.self))) { slots, era in
            for clause in era.clauses { slots.formUnion(clause.facts) }
        }
    }

    /// Those and the facts that amounts rest on.
    var slots: Set<Int> {
        eras.reduce(into: decisiveSlots) { slots, era in
            for benefit in era.benefits { slots.formUnion(benefit.facts) }
            if let slot = catalogue.slot(Received.list) { slots.insert(slot) }
        }
    }

    func era(on day: Int64) -> Era { eras.last { $0.from <= day } ?? eras[0] }
}

extension Rulebook.Era {
    init(_ version: PolicyVersion, _ catalogue: FactCatalogue, from day: Day) throws(PolicyFault) {
        from = Int64(day.daysSinceEpoch2000)
        let moment = max(day, version.validFrom)
        var inForce: [String: Parameter] = [:]
        for parameter in version.parameters.sorted(by: { ($0.from ?? .first) < ($1.from ?? .first) })
        where (parameter.from ?? .first) <= moment {
            inForce[parameter.code] = parameter
        }
        parameters = inForce
        var clauses: [Rulebook.CompiledClause] = []
        for clause in version.clauses {
            clauses.append(try Rulebook.CompiledClause(clause, Compiler(catalogue: catalogue, parameters: inForce)))
        }
        self.clauses = clauses
        groups = Self.groups(version.clauses)
        var benefits: [Rulebook.CompiledBenefit] = []
        for benefit in version.benefits.sorted(by: { ($0.stage ?? 0) < ($1.stage ?? 0) }) {
            benefits.append(try Rulebook.CompiledBenefit(benefit, Compiler(catalogue: catalogue, parameters: inForce)))
        }
        self.benefits = benefits
    }

    private static func groups(_ clauses: [Clause]) -> [[UInt64]] {
        var order: [String] = []
        var masks: [String: [Int: UInt64]] = [:]
        for (index, clause) in clauses.enumerated() {
            if masks[clause.group] == nil { order.append(clause.group) }
            masks[clause.group, default: [:]][clause.alternative, default: 0] |= 1 << UInt64(index)
        }
        return order.map { group in (masks[group] ?? [:]).sorted { $0.key < $1.key }.map(\.value) }
    }
}

extension Rulebook.CompiledClause {
    init(_ clause: Clause, _ compiler: Compiler) throws(PolicyFault) {
        var compiler = compiler
        do throws(ExpressionFault) {
            test = try compiler.test(try Parser.condition(clause.condition))
        } catch { throw PolicyFault(.clause, clause.code, .expression(error)) }
        self.clause = clause
        usesDay = test.usesDay
        facts = compiler.facts
        parameters = compiler.used
    }
}

extension Rulebook.CompiledBenefit {
    init(_ benefit: Benefit, _ compiler: Compiler) throws(PolicyFault) {
        var compiler = compiler
        compiler.isStaged = benefit.stage != nil
        do throws(ExpressionFault) {
            amount = try Self.number(benefit.amount, .money, &compiler)
            cap = try benefit.cap.map { text throws(ExpressionFault) in try Self.number(text, .money, &compiler) }
            months = try benefit.months.map { text throws(ExpressionFault) in
                try Self.number(text, .integer, &compiler)
            }
            condition = try benefit.condition.map { text throws(ExpressionFault) in
                try compiler.test(try Parser.conditions(text))
            }
            ending = try benefit.ending.map { text throws(ExpressionFault) in
                try compiler.test(try Parser.conditions(text))
            }
        } catch { throw PolicyFault(.benefit, benefit.code, .expression(error)) }
        // Below nothing whatever the facts are.
        var scene = Scene(FactSheet(compiler.catalogue), .first)
        if let cap, cap.bounds(&scene).high < 0 { throw PolicyFault(.benefit, benefit.code, .negativeCap) }
        self.benefit = benefit
        parameters = compiler.used
        facts = compiler.facts
    }

    private static func number(_ text: String, _ type: FactType, _ compiler: inout Compiler) throws(ExpressionFault)
        -> Number
    {
        let (number, kind) = try compiler.number(try Parser.formula(text))
        guard kind.type == type else { throw .types(type.rawValue, kind.text) }
        return number
    }
}

/// What is wrong with a part of a policy.
public struct PolicyFault: Error, Sendable, Hashable {
    public enum Part: String, Sendable, Hashable {
        case version, clause, benefit, parameter
        case workedCase = "case"
        case exclusion
    }

    public enum Problem: Sendable, Hashable {
        case expression(ExpressionFault)
        case facts(FactRefusal)
        case endsBeforeStart
        case tooManyClauses
        case negativeCap
        case empty
        /// A worked case gives another answer than it expects.
        case otherwise(expected: String, found: String)
        case circular
        case payersNotWhole
    }

    public let part: Part
    public let code: String
    public let problem: Problem

    public init(_ part: Part, _ code: String, _ problem: Problem) {
        self.part = part
        self.code = code
        self.problem = problem
    }
}
