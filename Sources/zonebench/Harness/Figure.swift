/// What a figure has to reach.
enum Bar {
    /// Ours costs at most so many times what the other costs.
    case costAtMost(Double)
    /// Ours does at least this part of what the other does in a second.
    case rateAtLeast(Double)
    /// Only told.
    case none
}

/// One line of the report.
struct Figure {
    let what: String
    let ours: String
    let against: String
    let theirs: String
    let ratio: String
    let bar: String
    /// Nil where there is no bar.
    let isMet: Bool?

    /// The medians of both sides, and the median of the rounds' ratios, which what else the machine does hardly moves.
    init(_ what: String, _ bar: Bar, pairs: [(ours: Double, theirs: Double)], items: Int, against: String) {
        let (ours, theirs) = (median(pairs.map(\.ours)), median(pairs.map(\.theirs)))
        self.what = what
        self.against = against
        switch bar {
        case .rateAtLeast(let least):
            let ratio = median(pairs.map { $0.theirs / $0.ours })
            self.ours = Self.rate(Double(items) / ours)
            self.theirs = Self.rate(Double(items) / theirs)
            self.ratio = Self.decimal(ratio, 2)
            self.bar = "≥ " + Self.decimal(least, 2)
            isMet = ratio >= least
        case .costAtMost(let most):
            let ratio = median(pairs.map { $0.ours / $0.theirs })
            self.ours = Self.time(ours / Double(items))
            self.theirs = Self.time(theirs / Double(items))
            self.ratio = Self.decimal(ratio, 2)
            self.bar = "≤ " + Self.decimal(most, 2)
            isMet = ratio <= most
        case .none:
            self.ours = Self.time(ours / Double(items))
            self.theirs = Self.time(theirs / Double(items))
            ratio = Self.decimal(median(pairs.map { $0.ours / $0.theirs }), 2)
            self.bar = ""
            isMet = nil
        }
    }

    init(_ what: String, seconds: Double, limit: Double) {
        self.what = what
        ours = Self.time(seconds)
        (against, theirs, ratio) = ("", "", "")
        bar = "≤ " + Self.time(limit)
        isMet = seconds <= limit
    }

    init(_ what: String, holds: Bool, found: String) {
        self.what = what
        ours = found
        (against, theirs, ratio) = ("", "", "")
        bar = "holds"
        isMet = holds
    }

    /// Anything else, such as two amounts of memory.
    init(
        _ what: String,
        ours: String,
        against: String = "",
        theirs: String = "",
        ratio: Double? = nil,
        bar: String = "",
        isMet: Bool? = nil
    ) {
        self.what = what
        self.ours = ours
        self.against = against
        self.theirs = theirs
        self.ratio = ratio.map { Self.decimal($0, 2) } ?? ""
        self.bar = bar
        self.isMet = isMet
    }

    static func time(_ seconds: Double) -> String {
        switch abs(seconds) {
        case ..<1e-6: decimal(seconds * 1e9, 0) + " ns"
        case ..<1e-3: decimal(seconds * 1e6, 2) + " µs"
        case ..<1: decimal(seconds * 1e3, 2) + " ms"
        default: decimal(seconds, 2) + " s"
        }
    }

    static func rate(_ perSecond: Double) -> String { decimal(perSecond, 0) + "/s" }

    static func decimal(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        let whole = Int(scaled / scale)
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return sign + "\(whole)" }
        let rest = "\(Int(scaled) - whole * Int(scale))"
        return sign + "\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
    }
}
