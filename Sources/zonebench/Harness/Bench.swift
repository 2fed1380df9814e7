import Glibc

/// What a subject measures with: its settings, the throw-away server, and the report.
final class Bench {
    let settings: [String: Int]
    /// The word after the subject's name, for a subject that takes one.
    let operand: String?
    let report: Report
    /// How often a comparison is made; each time both sides run, in turn.
    var rounds: Int { self["rounds"] }
    private let shared: Shared

    /// What all subjects of a run share.
    final class Shared {
        fileprivate var cluster: BenchCluster?
    }

    init(settings: [String: Int], operand: String? = nil, report: Report, shared: Shared) {
        self.operand = operand
        self.settings = settings
        self.report = report
        self.shared = shared
    }

    /// A setting that the subject declares.
    subscript(name: String) -> Int {
        guard let value = settings[name] else { preconditionFailure("the subject declares no setting \(name)") }
        return value
    }

    /// The server of this run, made at first need and gone with the process.
    func cluster() throws -> BenchCluster {
        if let cluster = shared.cluster { return cluster }
        report.progress("making a server")
        let cluster = try BenchCluster(syncs: self["fsync"] != 0)
        shared.cluster = cluster
        return cluster
    }

    /// Measures two ways of doing the same in turn, the order changed every round, after one round that does not count.
    ///
    /// - Parameters:
    ///   - isWarm: leaves out the round that does not count.
    ///   - items: how many things one round does; figures are given for one of them.
    ///   - ours, theirs: do it once and return the seconds that it took; see `Stopwatch`.
    func compare(
        _ what: String,
        _ bar: Bar,
        items: Int = 1,
        rounds: Int? = nil,
        isWarm: Bool = false,
        against name: String,
        ours: () throws -> Double,
        theirs: () throws -> Double
    ) throws {
        report.progress(what)
        if !isWarm {
            _ = try theirs()
            _ = try ours()
        }
        var pairs: [(ours: Double, theirs: Double)] = []
        for round in 0..<(rounds ?? self.rounds) {
            if round.isMultiple(of: 2) {
                let first = try ours()
                pairs.append((first, try theirs()))
            } else {
                let first = try theirs()
                pairs.append((try ours(), first))
            }
        }
        report.add(Figure(what, bar, pairs: pairs, items: items, against: name))
    }

    /// Reports a time that has a limit of its own.
    func limit(_ what: String, seconds: Double, atMost limit: Double) {
        report.add(Figure(what, seconds: seconds, limit: limit))
    }

    /// Reports something that has to hold, such as an invariant that SQL has checked.
    func demand(_ what: String, _ holds: Bool, _ found: String = "") {
        report.add(Figure(what, holds: holds, found: found))
    }
}

/// The middle of some values.
func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
