import Zones

extension Compiler {
    /// - Throws: `ExpressionFault` for names that are not there and for what does not fit
    mutating func number(_ expression: Expression) throws(ExpressionFault) -> (Number, Kind) {
        switch expression {
        case .number(let digits, let unit): return try literal(digits, unit)
        case .day(let day): return (.constant(Int64(day.daysSinceEpoch2000)), .day)
        case .parameter(let name):
            let (parameter, value) = try parameter(name)
            guard case .number(let number) = value else { throw .types("number", "$" + name) }
            return scaled(number, Kind(type: parameter.type, unit: parameter.unit))
        case .name("day"): return (.day, .day)
        case .name("remainder"):
            guard isStaged else { throw .unknownFact("remainder") }
            return (.remainder, Kind(type: .money))
        case .name(let name):
            guard let (reference, kind) = reference(name) else { throw .unknownFact(name) }
            guard kind.type != .code, kind.type != .rows, kind.type != .boolean else {
                throw .types("number", kind.type.rawValue)
            }
            return (.value(reference), kind)
        case .age(let on):
            guard let (birth, _) = reference("birth_on") else { throw .unknownFact("birth_on") }
            let (day, kind) =
                try on.map { expression throws(ExpressionFault) in try number(expression) } ?? (.day, .day)
            try check(kind, .day)
            return (.age(.value(birth), on: day), Kind(type: .integer))
        case .aggregate(let aggregate, let list, let column, let conditions):
            return try rows(aggregate, list, column, conditions)
        case .plus(let a, let b):
            let (first, second, kind) = try alike(a, b)
            return (.plus(first, second), kind)
        case .minus(let a, let b):
            let (first, second, kind) = try alike(a, b)
            return (.minus(first, second), kind)
        case .times(let a, let b): return try times(a, b)
        case .share(let rate, of: let whole):
            let (share, kind) = try number(rate)
            guard kind.type == .rate else { throw .types("rate", kind.text) }
            let (number, wholeKind) = try number(whole)
            return (.share(share, of: number), wholeKind)
        case .call(let name, let arguments): return try call(name, arguments)
        case .steps(let count, let steps, let rest):
            let (count, steps, rest, kind) = try self.steps(count, steps, rest)
            return (.steps(count, steps, rest: rest), kind)
        case .tiers(let count, let steps, let rest):
            let (count, steps, rest, kind) = try self.steps(count, steps, rest)
            let number = steps.reversed().reduce(rest) { higher, step in
                .choose(
                    [.compare(count, .atMost, .constant(step.limit))],
                    then: step.each,
                    otherwise: higher
                )
            }
            return (number, kind)
        case .choose(let condition, let then, let otherwise):
            let test = try test(condition)
            let (first, second, kind) = try alike(then, otherwise)
            return (.choose([test], then: first, otherwise: second), kind)
        default: throw .types("number", "condition")
        }
    }

    private func literal(_ digits: String, _ unit: String?) throws(ExpressionFault) -> (Number, Kind) {
        switch unit {
        case "yuan":
            guard let money = try? Money(yuan: digits) else { throw .types("money", digits) }
            return (.constant(money.fen), Kind(type: .money))
        case "percent":
            guard let rate = try? Rate(percent: digits) else { throw .types("rate", digits) }
            return (.constant(rate.partsPerMillion), Kind(type: .rate))
        case "bp":
            guard let count = Int64(digits), count <= 10_000 else { throw .types("rate", digits) }
            return (.constant(count * 100), Kind(type: .rate))
        default:
            guard digits.utf8.count <= 15, let count = Int64(digits) else { throw .types("integer", digits) }
            return scaled(count, Kind(type: .integer, unit: unit))
        }
    }

    /// Months for spans of years, plural for singular; ages keep their years.
    private func scaled(_ count: Int64, _ kind: Kind) -> (Number, Kind) {
        switch kind.unit {
        case "year", "years": (.constant(count &* 12), Kind(type: kind.type, unit: "months"))
        case "month": (.constant(count), Kind(type: kind.type, unit: "months"))
        case "day": (.constant(count), Kind(type: kind.type, unit: "days"))
        default: (.constant(count), kind)
        }
    }

    private mutating func alike(
        _ a: Expression,
        _ b: Expression
    ) throws(ExpressionFault) -> (Number, Number, Kind) {
        let (first, kind) = try number(a)
        let (second, other) = try number(b)
        guard kind.type != .day else { throw .types("number", "day") }
        try check(kind, other)
        return (first, second, kind.unit == nil ? other : kind)
    }

    private mutating func times(_ a: Expression, _ b: Expression) throws(ExpressionFault) -> (Number, Kind) {
        let (first, kind) = try number(a)
        let (second, other) = try number(b)
        switch (kind.type, other.type) {
        case (.integer, .integer): return (.times(first, second), Kind(type: .integer))
        case (.money, .integer), (.integer, .money): return (.times(first, second), Kind(type: .money))
        default: throw .types(kind.text, other.text)
        }
    }

    private mutating func call(_ name: String, _ arguments: [Expression]) throws(ExpressionFault) -> (Number, Kind) {
        var numbers: [Number] = []
        var kinds: [Kind] = []
        for argument in arguments {
            let (number, kind) = try number(argument)
            if let last = kinds.last, name != "prorate" { try check(last, kind) }
            numbers.append(number)
            kinds.append(kind)
        }
        guard let kind = kinds.first else { throw .arguments(name) }
        if name == "min" { return (.least(numbers), kind) }
        if name == "max" { return (.greatest(numbers), kind) }
        if name == "prorate" { return try prorated(numbers, kinds) }
        guard let edge = CalendarEdge(rawValue: name), numbers.count == 1 else { throw .arguments(name) }
        try check(kind, .day)
        return (.edge(edge, numbers[0]), .day)
    }

    /// An amount by the ratio of two numbers of one kind.
    private func prorated(_ numbers: [Number], _ kinds: [Kind]) throws(ExpressionFault) -> (Number, Kind) {
        guard numbers.count == 3, kinds[0].type == .money else { throw .arguments("prorate") }
        try check(kinds[1], kinds[2])
        return (.prorated(numbers[0], numbers[1], of: numbers[2]), kinds[0])
    }

    private mutating func steps(
        _ count: Expression,
        _ steps: [Expression.Step],
        _ rest: Expression
    ) throws(ExpressionFault) -> (Number, [Number.Step], Number, Kind) {
        let (number, kind) = try number(count)
        guard kind.type == .integer else { throw .types("integer", kind.text) }
        let (last, each) = try self.number(rest)
        var made: [Number.Step] = []
        for step in steps {
            let (amount, other) = try self.number(step.each)
            try check(each, other)
            made.append(Number.Step(limit: step.limit, each: amount))
        }
        return (number, made, last, each)
    }

    /// Whether two kinds can meet: the same type, and the same unit where one has a unit.
    func check(_ a: Kind, _ b: Kind) throws(ExpressionFault) {
        guard a.type == b.type else { throw .types(a.text, b.text) }
        guard a.unit != b.unit else { return }
        guard let first = a.unit, let second = b.unit else { throw .unitMissing(a.unit ?? b.unit ?? "") }
        throw .types(first, second)
    }
}
