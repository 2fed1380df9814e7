/// One fixing of the loan prime rate (LPR), published about the 20th of a month.
public struct LoanPrimeRate: Sendable, Hashable {
    /// The day from which it holds.
    public let publishedOn: Day
    /// The yearly rate for one year.
    public let oneYear: Rate
    /// The yearly rate for five years and more.
    public let fiveYear: Rate

    /// One fixing.
    public init(publishedOn: Day, oneYear: Rate, fiveYear: Rate) {
        self.publishedOn = publishedOn
        self.oneYear = oneYear
        self.fiveYear = fiveYear
    }
}

/// The loan prime rates that are known. A fixing holds until the next; the last known one for 31 days, since a later
/// one may exist that is not loaded.
public struct LoanPrimeRates: Sendable, Hashable {
    /// The fixings, the earliest first.
    public let fixings: [LoanPrimeRate]

    /// Days for which the last fixing still answers.
    public static let horizon = 31

    /// Fixings in any order; the later of two for one day is dropped.
    public init(fixings: [LoanPrimeRate]) {
        var seen: Set<Day> = []
        self.fixings = fixings.filter { seen.insert($0.publishedOn).inserted }.sorted {
            $0.publishedOn < $1.publishedOn
        }
    }

    /// The last day that the fixings answer for; nil when none is known.
    public var loadedUntil: Day? { fixings.last.flatMap { try? $0.publishedOn.adding(days: LoanPrimeRates.horizon) } }

    /// The fixing that holds on a day; throws before the first one and when the last one is too old.
    public func fixing(on day: Day) throws(RateRefusal) -> LoanPrimeRate {
        guard let first = fixings.first, let loadedUntil else { throw .noneLoaded }
        guard day <= loadedUntil else { throw .notLoaded(after: loadedUntil) }
        var low = fixings.startIndex
        var high = fixings.endIndex
        while low < high {
            let middle = (low + high) / 2
            if fixings[middle].publishedOn <= day { low = middle + 1 } else { high = middle }
        }
        guard low > fixings.startIndex else { throw .beforeFirst(first.publishedOn) }
        return fixings[low - 1]
    }

    /// The one-year rate on a day; throws as `fixing(on:)`.
    public func oneYear(on day: Day) throws(RateRefusal) -> Rate { try fixing(on: day).oneYear }

    /// The rate for five years and more on a day; throws as `fixing(on:)`.
    public func fiveYear(on day: Day) throws(RateRefusal) -> Rate { try fixing(on: day).fiveYear }
}

/// Why no rate is known for a day.
public enum RateRefusal: Error, Sendable, Hashable {
    /// No fixing is loaded at all.
    case noneLoaded
    /// The day lies before the first fixing.
    case beforeFirst(Day)
    /// The day lies after the last day that the loaded fixings answer for.
    case notLoaded(after: Day)
}

extension LoanPrimeRates {
    /// The fixings in a data file, `published_on,one_year_percent,five_year_percent`, the earliest first. Refuses wrong
    /// lines, doubled days, and a month left out: the fixing before it would answer for it silently.
    public init(csv: String) throws(DataRefusal) {
        var fixings: [LoanPrimeRate] = []
        for (line, cells) in try DataTable(csv, header: "published_on,one_year_percent,five_year_percent").rows {
            let day = try DataTable.day(cells[0], line: line)
            if let last = fixings.last?.publishedOn {
                guard day != last else { throw DataRefusal(line: line, problem: .duplicate) }
                guard day > last else { throw DataRefusal(line: line, problem: .order) }
                // Fixings follow the calendar month, put off by holidays to a few days after the 20th.
                guard last.days(until: day) <= 45 else { throw DataRefusal(line: line, problem: .gap) }
            }
            fixings.append(
                LoanPrimeRate(
                    publishedOn: day,
                    oneYear: try DataTable.rate(cells[1], line: line),
                    fiveYear: try DataTable.rate(cells[2], line: line)
                )
            )
        }
        self.init(fixings: fixings)
    }
}
