import Zones

// Terms: numbers, amounts, days, words, and what is made of them.
extension Parser {
    mutating func term() throws(ExpressionFault) -> Expression {
        try deeper { parser throws(ExpressionFault) in
            var left = try parser.product()
            while true {
                if parser.take(symbol: "+") {
                    left = .plus(left, try parser.product())
                } else if parser.take(symbol: "-") {
                    left = .minus(left, try parser.product())
                } else {
                    return left
                }
            }
        }
    }

    private mutating func product() throws(ExpressionFault) -> Expression {
        var left = try share()
        while take(symbol: "*") { left = .times(left, try share()) }
        return left
    }

    private mutating func share() throws(ExpressionFault) -> Expression {
        let left = try primary()
        return take(word: "of") ? .share(left, of: try primary()) : left
    }

    private static let units: Set = [
        "yuan", "percent", "bp", "day", "days", "month", "months", "year", "years", "people", "hours", "square_metres",
        "times",
    ]

    mutating func primary() throws(ExpressionFault) -> Expression {
        let first = next()
        switch first.kind {
        case .number(let digits):
            guard case .word(let unit) = nextIfUnit() else { return .number(digits, unit: nil) }
            return .number(digits, unit: unit)
        case .day(let day): return .day(day)
        case .parameter(let name): return .parameter(name)
        case .symbol("("):
            let inner = try term()
            try need(symbol: ")")
            return inner
        case .word(let word): return try self.word(word)
        default: throw .syntax(position: first.position, expected: "a value")
        }
    }

    private mutating func nextIfUnit() -> Token.Kind {
        for unit in Parser.units where take(word: unit) { return .word(unit) }
        return .end
    }

    private static let functions: Set = [
        "min", "max", "prorate", "month_start", "month_end", "year_start", "year_end", "school_year_start",
    ]

    private mutating func word(_ word: String) throws(ExpressionFault) -> Expression {
        if word == "age" { return .age(on: take(word: "on") ? try primary() : nil) }
        if word == "if" { return try choice() }
        if word == "steps" || word == "tiers", peek(.symbol("(")) {
            let (count, steps, rest) = try steps(word)
            return word == "steps" ? .steps(count, steps, rest: rest) : .tiers(count, steps, rest: rest)
        }
        if Parser.functions.contains(word), take(symbol: "(") {
            var arguments = [try term()]
            while take(symbol: ",") { arguments.append(try term()) }
            try need(symbol: ")")
            return .call(word, arguments)
        }
        if let aggregate = Aggregate(rawValue: word), case .word(let source) = peekKind {
            return try rows(aggregate, source)
        }
        return .name(word)
    }

    private var peekKind: Token.Kind {
        var copy = self
        return copy.next().kind
    }

    private mutating func rows(_ aggregate: Aggregate, _ source: String) throws(ExpressionFault) -> Expression {
        _ = next()
        let parts = source.split(separator: ".", maxSplits: 1).map(String.init)
        guard (parts.count == 1) == (aggregate == .count) else {
            throw .arguments(aggregate.rawValue)
        }
        let conditions = take(word: "where") ? try conditions() : []
        return .aggregate(
            aggregate,
            list: parts[0],
            column: parts.count == 2 ? parts[1] : nil,
            conditions: conditions
        )
    }

    private mutating func choice() throws(ExpressionFault) -> Expression {
        let condition = try together()
        try need(word: "then")
        let then = try term()
        try need(word: "else")
        return .choose(condition, then: then, otherwise: try term())
    }

    /// `steps(n, 3: 2000 yuan, rest: 3000 yuan)`
    private mutating func steps(
        _ word: String
    ) throws(ExpressionFault) -> (count: Expression, steps: [Expression.Step], rest: Expression) {
        try need(symbol: "(")
        let count = try term()
        var steps: [Expression.Step] = []
        while true {
            try need(symbol: ",")
            if take(word: "rest") {
                try need(symbol: ":")
                let rest = try term()
                try need(symbol: ")")
                return (count, steps, rest)
            }
            guard case .number(let digits) = next().kind, let limit = Int64(digits), limit > steps.last?.limit ?? 0
            else {
                throw .arguments(word)
            }
            try need(symbol: ":")
            steps.append(Expression.Step(limit: limit, each: try term()))
        }
    }
}
