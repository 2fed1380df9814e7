import Zones

/// Where a value stands: a fact, or a cell of the row that is looked at.
enum Reference: Sendable, Hashable {
    case fact(Int)
    case cell(Int)
}

/// A unit of the calendar by whose start or end a day is replaced.
enum CalendarEdge: String, Sendable, Hashable {
    case monthStart = "month_start"
    case monthEnd = "month_end"
    case yearStart = "year_start"
    case yearEnd = "year_end"
    /// 1 July on or before the day, when a graduating year (毕业学年) begins.
    case schoolYearStart = "school_year_start"
}

/// A number, amount or day that clauses compare, with its names looked up. Days are counted since 2000-01-01.
indirect enum Number: Sendable, Hashable {
    case constant(Int64)
    case value(Reference)
    /// The day in question.
    case day
    /// So much later; a month too short gives its last day.
    case later(Number, months: Int, days: Int)
    case edge(CalendarEdge, Number)
    /// Full years from the first day to the second.
    case age(Number, on: Number)
    case rows(RowNumber)
    case plus(Number, Number)
    case minus(Number, Number)
    case times(Number, Number)
    /// Parts per million of the second.
    case share(Number, of: Number)
    /// So much of an amount as the second is of the third.
    case prorated(Number, Number, of: Number)
    case least([Number])
    case greatest([Number])
    case steps(Number, [Step], rest: Number)
    case choose([Test], then: Number, otherwise: Number)
    /// What earlier stages have left of the cap.
    case remainder

    struct Step: Sendable, Hashable {
        let limit: Int64
        let each: Number
    }
}

/// A number drawn from the rows of a list.
struct RowNumber: Sendable, Hashable {
    let aggregate: Aggregate
    /// The list's slot.
    let list: Int
    /// The column's place; 0 for a count, which has none.
    let column: Int
    let conditions: [Test]
    /// Whether the conditions, or the aggregate itself, depend on the day in question.
    let usesDay: Bool
}

/// A condition with its names looked up.
indirect enum Test: Sendable, Hashable {
    case compare(Number, Comparison, Number)
    case flag(Reference)
    case code(Reference, [String])
    case sameCode(Reference, Reference)
    case all([Test])
    case not(Test)
}
