import Zones

/// How two values compare.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
}

/// What is drawn from the rows of a list.
public enum Aggregate: String, Sendable, Hashable, CaseIterable {
    /// Rows.
    case count
    /// The total of a column.
    case sum
    /// The last or first day, the highest or lowest number of a column.
    case latest, earliest
    /// Different values of a column.
    case distinct
    /// Calendar months in which a day of the column lies.
    case months
    /// The longest run of consecutive months.
    case streak
    /// The run of consecutive months that reaches the month of the day in question or the one before it.
    case currentStreak = "current_streak"
}

/// How an event lies to an anchor and a span of time after or before it.
enum SpanRelation: Sendable, Hashable {
    /// `within N of|after X`: X ≤ event ≤ X + N
    case within
    /// `within N before X`: X − N ≤ event ≤ X
    case withinBefore
    /// `under N since X`: X ≤ event < X + N
    case under
    /// `at least N since X`: event ≥ X + N
    case atLeast
    /// `over N since X`: event > X + N
    case over
}

/// A condition or formula as it was written, its names not yet looked up.
///
/// The grammar, in which `day` is the day in question:
///
///     conditions condition { and condition }               for a benefit, a row, a choice
///     condition  flag | not flag | any(conditions, conditions) | term OP term | term in (a, b) | term not in (a, b) | term between a and b
///                | [term] within SPAN of|after|before term | [term] under|over|at least SPAN since term
///     SPAN       12 months | 3 years | 30 days | $parameter
///     term       product { + product } { - product }         product  share { * share }
///     share      primary [of primary]                         15 percent of staff
///     primary    12 | 12 months | 2000 yuan | 3.5 percent | 2024-01-01 | $parameter | fact | word | ( term )
///                | age [on term] | month_start(x), month_end, year_start, year_end, school_year_start
///                | min(a, b) | max(a, b) | prorate(amount, part, whole) | steps(n, 3: a, 5: b, rest: c)
///                | tiers(n, 2: a, 5: b, rest: c) | if conditions then term else term
///                | count LIST [where conditions] | sum|latest|earliest|distinct|months|streak|current_streak
///                  LIST.COLUMN [where conditions] | remainder
indirect enum Expression: Sendable, Hashable {
    case number(String, unit: String?)
    case day(Day)
    case name(String)
    case parameter(String)
    case age(on: Expression?)
    case call(String, [Expression])
    case aggregate(Aggregate, list: String, column: String?, conditions: [Expression])
    case plus(Expression, Expression)
    case minus(Expression, Expression)
    case times(Expression, Expression)
    case share(Expression, of: Expression)
    /// Each of the units earns by the step that it falls into.
    case steps(Expression, [Step], rest: Expression)
    /// The whole number earns by the step that it falls into.
    case tiers(Expression, [Step], rest: Expression)
    case choose(Expression, then: Expression, otherwise: Expression)
    case compare(Expression, Comparison, Expression)
    case among(Expression, [Expression], negated: Bool)
    case between(Expression, Expression, Expression)
    case span(event: Expression?, SpanRelation, Expression, anchor: Expression)
    case not(Expression)
    case all([Expression])
    case any([Expression])

    /// Up to `limit` it is `each`.
    struct Step: Sendable, Hashable {
        let limit: Int64
        let each: Expression
    }
}

/// Why a condition or formula cannot be understood.
public enum ExpressionFault: Error, Sendable, Hashable {
    /// Something else was expected at that character; empty for a character that means nothing.
    case syntax(position: Int, expected: String)
    /// More than a condition may hold.
    case tooDeep
    case unknownFact(String)
    case unknownParameter(String)
    /// A condition was needed, such as `age <= 35`.
    case notCondition
    /// A value of one kind meets one of another.
    case types(String, String)
    /// The number lacks the unit of what it is compared with.
    case unitMissing(String)
    /// The day in question on both sides, or in a calculation that does not allow it.
    case dayTwice
    /// Not what the word takes.
    case arguments(String)
}
