import Zones

extension Compiler {
    /// - Throws: `ExpressionFault` for names that are not there and for what does not fit
    mutating func test(_ expression: Expression) throws(ExpressionFault) -> Test {
        switch expression {
        case .compare(let left, let comparison, let right): return try compare(left, comparison, right)
        case .among(let value, let values, let negated):
            var alternatives: [Test] = []
            if let codes = try codes(value, values) {
                alternatives = [codes]
            } else {
                for other in values { alternatives.append(.not(try compare(value, .equal, other))) }
                // None of several: not (a ≠ x and a ≠ y).
                alternatives = [.not(.all(alternatives))]
            }
            return negated ? .not(.all(alternatives)) : .all(alternatives)
        case .between(let value, let low, let high):
            return .all([try compare(value, .atLeast, low), try compare(value, .atMost, high)])
        case .span(let event, let relation, let length, let anchor):
            return try span(event, relation, length, anchor)
        case .not(let inner): return .not(try test(inner))
        case .all(let conditions): return .all(try tests(conditions))
        case .any(let conditions):
            // One of several: not (not x and not y).
            return .not(.all(try tests(conditions).map(Test.not)))
        case .name(let name):
            guard let (reference, kind) = reference(name) else { throw .unknownFact(name) }
            guard kind.type == .boolean else { throw .notCondition }
            return .flag(reference)
        default: throw .notCondition
        }
    }

    mutating func tests(_ conditions: [Expression]) throws(ExpressionFault) -> [Test] {
        var tests: [Test] = []
        for condition in conditions { tests.append(try test(condition)) }
        return tests
    }

    /// A code among words; nil when the value is no code.
    private mutating func codes(_ value: Expression, _ words: [Expression]) throws(ExpressionFault) -> Test? {
        guard case .name(let name) = value, let (reference, kind) = reference(name), kind.type == .code else {
            return nil
        }
        var codes: [String] = []
        for word in words { codes.append(try self.code(word)) }
        return .code(reference, codes)
    }

    private mutating func code(_ expression: Expression) throws(ExpressionFault) -> String {
        switch expression {
        case .name(let word): return word
        case .number(let digits, unit: nil): return digits
        case .parameter(let name):
            guard case (_, .code(let code)) = try parameter(name) else { throw .types("code", "$" + name) }
            return code
        default: throw .types("code", "number")
        }
    }

    private mutating func compare(
        _ left: Expression,
        _ comparison: Comparison,
        _ right: Expression
    ) throws(ExpressionFault) -> Test {
        if case .name(let name) = left, let (reference, kind) = reference(name),
            kind.type == .code || kind.type == .boolean
        {
            guard comparison == .equal || comparison == .notEqual else {
                throw .types(kind.text, comparison.rawValue)
            }
            let test = try equal(reference, kind, right)
            return comparison == .equal ? test : .not(test)
        }
        // A share is compared exactly, not after rounding: 15 percent of 33 people is 4.95.
        if case .share(let rate, of: let whole) = right, let exact = try exactShare(left, comparison, rate, whole) {
            return exact
        }
        let (a, first) = try number(left)
        let (b, second) = try number(right)
        try check(first, second)
        return try ordered(a, comparison, b)
    }

    private mutating func equal(_ reference: Reference, _ kind: Kind, _ right: Expression) throws(ExpressionFault)
        -> Test
    {
        guard kind.type == .code else {
            guard case .name(let word) = right, word == "yes" || word == "no" else { throw .types("boolean", "value") }
            return word == "yes" ? .flag(reference) : .not(.flag(reference))
        }
        if case .name(let word) = right, let (other, otherKind) = self.reference(word), otherKind.type == .code {
            return .sameCode(reference, other)
        }
        return .code(reference, [try code(right)])
    }

    private mutating func exactShare(
        _ left: Expression,
        _ comparison: Comparison,
        _ rate: Expression,
        _ whole: Expression
    ) throws(ExpressionFault) -> Test? {
        let (a, first) = try number(left)
        let (ppm, rateKind) = try number(rate)
        let (b, second) = try number(whole)
        guard rateKind.type == .rate else { throw .types("rate", rateKind.text) }
        guard first.type == .integer || first.type == .money else { throw .types(first.text, second.text) }
        guard first.type == second.type else { throw .types(first.text, second.text) }
        return try ordered(.times(a, .constant(1_000_000)), comparison, .times(ppm, b))
    }

    private mutating func span(
        _ event: Expression?,
        _ relation: SpanRelation,
        _ length: Expression,
        _ anchor: Expression
    ) throws(ExpressionFault) -> Test {
        let (months, days) = try self.length(length)
        let (from, kind) = try number(anchor)
        try check(kind, .day)
        var at = Number.day
        if let event {
            let (number, kind) = try self.number(event)
            try check(kind, .day)
            at = number
        }
        let end = Number.later(from, months: months, days: days)
        switch relation {
        case .within: return .all([try ordered(from, .atMost, at), try ordered(at, .atMost, end)])
        case .withinBefore:
            let start = Number.later(from, months: -months, days: -days)
            return .all([try ordered(start, .atMost, at), try ordered(at, .atMost, from)])
        case .under: return .all([try ordered(from, .atMost, at), try ordered(at, .less, end)])
        case .atLeast: return try ordered(at, .atLeast, end)
        case .over: return try ordered(at, .greater, end)
        }
    }

    private mutating func length(_ expression: Expression) throws(ExpressionFault) -> (months: Int, days: Int) {
        let (number, kind) = try number(expression)
        guard case .constant(let count) = number, (0...120_000).contains(count) else { throw .arguments("within") }
        switch kind.unit {
        case "months": return (Int(count), 0)
        case "days": return (0, Int(count))
        default: throw .unitMissing("months")
        }
    }

    /// Either both sides stand still, or one follows the day and the other stands still.
    private func ordered(_ a: Number, _ comparison: Comparison, _ b: Number) throws(ExpressionFault) -> Test {
        guard (a.followsDay && b.usesDay) == false, (b.followsDay && a.usesDay) == false else { throw .dayTwice }
        guard a.isSearchable, b.isSearchable else { throw .dayTwice }
        return .compare(a, comparison, b)
    }
}

extension Number {
    /// Whether the day in question itself is a part of it, other than in rows' conditions.
    var followsDay: Bool {
        switch self {
        case .rows: false
        case .day: true
        case .later(let number, _, _), .edge(_, let number): number.followsDay
        case .age(let a, on: let b), .plus(let a, let b), .minus(let a, let b), .times(let a, let b),
            .share(let a, of: let b):
            a.followsDay || b.followsDay
        case .prorated(let amount, let part, of: let whole):
            amount.followsDay || part.followsDay || whole.followsDay
        case .least(let numbers), .greatest(let numbers): numbers.contains(where: \.followsDay)
        case .steps(let count, let steps, let rest):
            count.followsDay || steps.contains { $0.each.followsDay } || rest.followsDay
        case .choose(_, let a, let b): a.followsDay || b.followsDay
        case .constant, .value, .remainder: false
        }
    }

    /// Whether the days on which it passes a threshold can be found: it rises with the day or does not follow it.
    var isSearchable: Bool { !followsDay || risesWithDay }
}
