import Zones

/// Reads one condition or formula by recursive descent.
struct Parser {
    private let tokens: [Token]
    private var index = 0
    private var depth = 0

    /// Parentheses, lists and choices inside each other.
    private static let depthLimit = 40

    /// - Throws: `ExpressionFault.syntax`
    static func condition(_ text: String) throws(ExpressionFault) -> Expression {
        var parser = try Parser(text)
        let expression = try parser.condition()
        try parser.end()
        return expression
    }

    /// - Throws: `ExpressionFault.syntax`
    static func conditions(_ text: String) throws(ExpressionFault) -> Expression {
        var parser = try Parser(text)
        let expression = try parser.together()
        try parser.end()
        return expression
    }

    /// - Throws: `ExpressionFault.syntax`
    static func formula(_ text: String) throws(ExpressionFault) -> Expression {
        var parser = try Parser(text)
        let expression = try parser.term()
        try parser.end()
        return expression
    }

    private init(_ text: String) throws(ExpressionFault) {
        tokens = try Token.read(text)
    }

    private var token: Token { tokens[min(index, tokens.count - 1)] }

    func fault(_ expected: String) -> ExpressionFault { .syntax(position: token.position, expected: expected) }

    mutating func next() -> Token {
        defer { index += 1 }
        return token
    }

    private func end() throws(ExpressionFault) {
        guard token.kind == .end else { throw fault("and, or the end") }
    }

    mutating func take(word: String) -> Bool {
        guard token.kind == .word(word) else { return false }
        index += 1
        return true
    }

    mutating func take(symbol: String) -> Bool {
        guard token.kind == .symbol(symbol) else { return false }
        index += 1
        return true
    }

    mutating func need(word: String) throws(ExpressionFault) {
        guard take(word: word) else { throw fault(word) }
    }

    mutating func need(symbol: String) throws(ExpressionFault) {
        guard take(symbol: symbol) else { throw fault(symbol) }
    }

    mutating func deeper<Value>(
        _ body: (inout Parser) throws(ExpressionFault) -> Value
    ) throws(ExpressionFault) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Parser.depthLimit else { throw .tooDeep }
        return try body(&self)
    }

    func peek(_ kind: Token.Kind) -> Bool { token.kind == kind }

    /// The comparison that stands here.
    mutating func comparison() -> Comparison? {
        guard case .symbol(let text) = token.kind, let found = Comparison(rawValue: text) else { return nil }
        index += 1
        return found
    }
}

// Conditions.
extension Parser {
    mutating func condition() throws(ExpressionFault) -> Expression {
        try deeper { parser throws(ExpressionFault) in
            if parser.take(word: "not") { return .not(try parser.condition()) }
            if parser.take(word: "any") { return .any(try parser.alternatives()) }
            if let span = try parser.span(of: nil) { return span }
            let left = try parser.term()
            if let comparison = parser.comparison() { return .compare(left, comparison, try parser.term()) }
            if parser.take(word: "in") { return .among(left, try parser.values(), negated: false) }
            if parser.take(word: "not") {
                try parser.need(word: "in")
                return .among(left, try parser.values(), negated: true)
            }
            if parser.take(word: "between") {
                let low = try parser.term()
                try parser.need(word: "and")
                return .between(left, low, try parser.term())
            }
            return try parser.span(of: left) ?? left
        }
    }

    /// Conditions joined by `and`, as one.
    mutating func together() throws(ExpressionFault) -> Expression {
        let conditions = try conditions()
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private mutating func alternatives() throws(ExpressionFault) -> [Expression] {
        try need(symbol: "(")
        var alternatives = [try together()]
        while take(symbol: ",") { alternatives.append(try together()) }
        try need(symbol: ")")
        return alternatives
    }

    private mutating func values() throws(ExpressionFault) -> [Expression] {
        try need(symbol: "(")
        var values = [try term()]
        while take(symbol: ",") { values.append(try term()) }
        try need(symbol: ")")
        return values
    }

    private mutating func span(of event: Expression?) throws(ExpressionFault) -> Expression? {
        if take(word: "within") {
            let length = try primary()
            let isBefore = take(word: "before")
            if !isBefore, !take(word: "of") { try need(word: "after") }
            return .span(event: event, isBefore ? .withinBefore : .within, length, anchor: try term())
        }
        let relation: SpanRelation
        if take(word: "under") {
            relation = .under
        } else if take(word: "over") {
            relation = .over
        } else if take(word: "at") {
            try need(word: "least")
            relation = .atLeast
        } else {
            return nil
        }
        let length = try primary()
        try need(word: "since")
        return .span(event: event, relation, length, anchor: try term())
    }

    /// Conditions joined by `and`, as after `where`.
    mutating func conditions() throws(ExpressionFault) -> [Expression] {
        var conditions = [try condition()]
        while take(word: "and") { conditions.append(try condition()) }
        return conditions
    }
}
