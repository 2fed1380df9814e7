import Zones

/// The weekly hours of a room or an instructor; none means always.
public struct OpeningHours: Sendable, Hashable {
    public struct Span: Sendable, Hashable {
        /// As ISO counts: Monday is 1.
        public let weekday: Int
        /// Minutes since midnight.
        public let opens: Int
        /// Minutes since midnight; 1440 is the day's end.
        public let closes: Int
    }

    public let spans: [Span]

    public init(_ spans: [Span] = []) {
        self.spans = spans
    }

    private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// Hours in the form `MO-FR 08:00-21:00; SA,SU 09:00-17:30`; refuses `SCH31` anything else.
    public init(_ text: String) throws(ScheduleRejection) {
        var spans: [Span] = []
        for part in text.split(separator: ";") {
            let words = part.split(separator: " ")
            guard words.count == 2, let days = Self.days(words[0]), let hours = Self.hours(words[1]) else {
                throw .hoursUnclear(String(part))
            }
            spans += days.map { Span(weekday: $0, opens: hours.opens, closes: hours.closes) }
        }
        guard !spans.isEmpty else { throw .hoursUnclear(text) }
        self.spans = spans.sorted { ($0.weekday, $0.opens) < ($1.weekday, $1.opens) }
    }

    private static func days(_ text: Substring) -> [Int]? {
        var days: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            let numbers = ends.compactMap { names.firstIndex(of: $0.uppercased()).map { $0 + 1 } }
            guard numbers.count == ends.count, (1...2).contains(ends.count), numbers[0] <= numbers[numbers.count - 1]
            else { return nil }
            days += Array(numbers[0]...numbers[numbers.count - 1])
        }
        return Set(days).count == days.count ? days : nil
    }

    private static func hours(_ text: Substring) -> (opens: Int, closes: Int)? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, let opens = try? TimeOfDay(iso: ends[0]) else { return nil }
        let closes = ends[1] == "24:00" ? 1440 : (try? TimeOfDay(iso: ends[1]))?.minutes ?? 0
        return opens.minutes < closes ? (opens.minutes, closes) : nil
    }

    /// Minutes on a weekday during which it is open; those of overlapping spans count once.
    public func minutes(on weekday: Int) -> Int {
        var total = 0
        var until = 0
        for span in spans where span.weekday == weekday {
            total += max(0, span.closes - max(span.opens, until))
            until = max(until, span.closes)
        }
        return total
    }

    var weekdays: [Int] { spans.map(\.weekday) }
    var opens: [Int] { spans.map(\.opens) }
    var closes: [Int] { spans.map(\.closes) }
}
