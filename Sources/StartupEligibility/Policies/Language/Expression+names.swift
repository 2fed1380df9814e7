extension Expression {
    /// The expressions directly inside this one.
    var parts: [Expression] {
        switch self {
        case .number, .day, .name, .parameter: []
        case .age(let day): day.map { [$0] } ?? []
        case .call(_, let arguments): arguments
        case .aggregate(_, _, _, let conditions): conditions
        case .plus(let a, let b), .minus(let a, let b), .times(let a, let b), .share(let a, of: let b),
            .compare(let a, _, let b):
            [a, b]
        case .steps(let count, let steps, let rest), .tiers(let count, let steps, let rest):
            [count] + steps.map(\.each) + [rest]
        case .choose(let a, let b, let c), .between(let a, let b, let c): [a, b, c]
        case .among(let value, let values, _): [value] + values
        case .span(let event, _, let length, let anchor): [event, length, anchor].compactMap(\.self)
        case .not(let inner): [inner]
        case .all(let inner), .any(let inner): inner
        }
    }

    /// Every parameter that is named, once, in order.
    var parameters: [String] {
        unique { if case .parameter(let name) = $0 { name } else { nil } }
    }

    private func unique(_ pick: (Expression) -> String?) -> [String] {
        var found: [String] = []
        func walk(_ expression: Expression) {
            if let name = pick(expression), !found.contains(name) { found.append(name) }
            expression.parts.forEach(walk)
        }
        walk(self)
        return found
    }
}
