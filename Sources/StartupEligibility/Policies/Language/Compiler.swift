import Zones

/// Looks up the names of an expression and checks that its parts fit each other.
struct Compiler {
    let catalogue: FactCatalogue
    let parameters: [String: Parameter]
    /// Whether `remainder` means something here.
    var isStaged = false
    /// The list whose rows the conditions look at.
    private(set) var list: String?
    /// Slots of the facts that were named.
    private(set) var facts: [Int] = []
    /// Parameters that were named.
    private(set) var used: [String] = []

    init(catalogue: FactCatalogue, parameters: [String: Parameter], isStaged: Bool = false) {
        self.catalogue = catalogue
        self.parameters = parameters
        self.isStaged = isStaged
    }

    /// What a term is: its type, and for an integer what it counts.
    struct Kind: Hashable {
        let type: FactType
        var unit: String?

        var text: String { unit.map { type.rawValue + " (" + $0 + ")" } ?? type.rawValue }
        static let day = Kind(type: .day)
    }

    mutating func note(_ slot: Int) {
        if !facts.contains(slot) { facts.append(slot) }
    }

    mutating func parameter(_ name: String) throws(ExpressionFault) -> (Parameter, FactValue) {
        guard let parameter = parameters[name] else { throw .unknownParameter(name) }
        if !used.contains(name) { used.append(name) }
        do throws(FactRefusal) {
            return (parameter, try FactValue(parameter.text, as: parameter.type))
        } catch { throw .types(parameter.type.rawValue, parameter.text) }
    }

    /// Where a name stands, with its kind; nil for a word that is no fact.
    mutating func reference(_ name: String) -> (Reference, Kind)? {
        if let list, let index = catalogue.column(name, of: list), let column = catalogue.columns[list]?[index] {
            return (.cell(index), Kind(type: column.type, unit: column.unit))
        }
        guard let slot = catalogue.slot(name) else { return nil }
        note(slot)
        return (.fact(slot), Kind(type: catalogue.facts[slot].type, unit: catalogue.facts[slot].unit))
    }

    mutating func rows(
        _ aggregate: Aggregate,
        _ list: String,
        _ column: String?,
        _ conditions: [Expression]
    ) throws(ExpressionFault) -> (Number, Kind) {
        guard let slot = catalogue.slot(list), catalogue.facts[slot].type == .rows else { throw .unknownFact(list) }
        guard self.list == nil else { throw .arguments(aggregate.rawValue) }
        note(slot)
        self.list = list
        defer { self.list = nil }
        var kind = Kind(type: .integer, unit: aggregate == .count ? catalogue.facts[slot].unit : nil)
        var index = 0
        if let column {
            guard let found = catalogue.column(column, of: list), let definition = catalogue.columns[list]?[found]
            else {
                throw .unknownFact(list + "." + column)
            }
            index = found
            kind = try Self.kind(of: aggregate, definition)
        }
        let tests = try tests(conditions)
        let usesDay = aggregate == .currentStreak || tests.contains(where: \.usesDay)
        return (
            .rows(RowNumber(aggregate: aggregate, list: slot, column: index, conditions: tests, usesDay: usesDay)), kind
        )
    }

    private static func kind(of aggregate: Aggregate, _ column: FactDefinition) throws(ExpressionFault) -> Kind {
        switch aggregate {
        case .count: break
        case .distinct: return Kind(type: .integer)
        case .sum:
            if column.type == .integer || column.type == .money { return Kind(type: column.type, unit: column.unit) }
        case .latest, .earliest:
            if column.type != .code, column.type != .boolean { return Kind(type: column.type, unit: column.unit) }
        case .months, .streak, .currentStreak:
            if column.type == .day { return Kind(type: .integer, unit: "months") }
        }
        throw .types(aggregate.rawValue, column.type.rawValue)
    }
}

extension Number {
    /// Whether it depends on the day in question.
    var usesDay: Bool {
        switch self {
        case .constant, .value, .remainder: false
        case .day: true
        case .later(let number, _, _), .edge(_, let number): number.usesDay
        case .age(let a, on: let b), .plus(let a, let b), .minus(let a, let b), .times(let a, let b),
            .share(let a, of: let b):
            a.usesDay || b.usesDay
        case .prorated(let amount, let part, of: let whole): amount.usesDay || part.usesDay || whole.usesDay
        case .rows(let rows): rows.usesDay
        case .least(let numbers), .greatest(let numbers): numbers.contains(where: \.usesDay)
        case .steps(let count, let steps, let rest): count.usesDay || steps.contains { $0.each.usesDay } || rest.usesDay
        case .choose(let tests, let a, let b): tests.contains(where: \.usesDay) || a.usesDay || b.usesDay
        }
    }

    /// Whether it is the day in question itself, or follows it without ever falling.
    var risesWithDay: Bool {
        switch self {
        case .day: true
        case .later(let number, _, _), .edge(_, let number): number.risesWithDay
        case .age(let birth, on: let day): !birth.usesDay && day.risesWithDay
        default: false
        }
    }
}

extension Test {
    var usesDay: Bool {
        switch self {
        case .compare(let a, _, let b): a.usesDay || b.usesDay
        case .flag, .code, .sameCode: false
        case .all(let tests): tests.contains(where: \.usesDay)
        case .not(let test): test.usesDay
        }
    }
}
