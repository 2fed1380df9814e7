import Glibc
import Timetabling

extension Subject {
    static let timetable = Subject(
        "timetable",
        "timetables of the .ctt files in DIR against the published averages of ITC-2007 track 3",
        operand: "DIR",
        settings: [
            .init("seconds", 60, "processor seconds of one search"),
            .init("seeds", 5, "searches an instance, with the seeds 1 …"),
            .init("feasible", 10, "seconds within which a timetable without hard violations has to be found"),
        ]
    ) { bench in
        guard let folder = bench.operand else { throw BenchFault("timetable wants the folder of the .ctt files") }
        try TimetableBench(bench, folder).run()
    }
}

/// Every instance with several seeds: feasible or not, best, median, moves a second, the published averages beside.
struct TimetableBench {
    let bench: Bench
    let folder: String

    init(_ bench: Bench, _ folder: String) {
        self.bench = bench
        self.folder = folder
    }

    private struct Result {
        var cost: TimetableCost
        var seconds: Double
        var feasibleAfter: Double?
        var moves: Int
    }

    func run() throws {
        let names = try InstanceFile.names(in: folder)
        guard !names.isEmpty else { throw BenchFault("no .ctt file in \(folder)") }
        for name in names {
            bench.report.progress(name)
            let problem = try CTTFile.problem(try InstanceFile.text("\(folder)/\(name).ctt"))
            let results = (1...bench["seeds"]).map { search(problem, UInt64($0)) }
            report(name, results)
        }
    }

    private func search(_ problem: TimetablingProblem, _ seed: UInt64) -> Result {
        let search = TimetableSearch(problem, seed: seed)
        let cpu = { Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID) }
        let moves = search.moves(seconds: Double(bench["seconds"]), clock: cpu)
        let start = cpu()
        var feasibleAfter: Double?
        let outcome = search.run(moves: moves) { progress in
            if progress.hard == 0 && feasibleAfter == nil { feasibleAfter = cpu() - start }
            return true
        }
        let seconds = cpu() - start
        if outcome.cost.isFeasible && feasibleAfter == nil { feasibleAfter = seconds }
        return Result(cost: outcome.cost, seconds: seconds, feasibleAfter: feasibleAfter, moves: moves)
    }

    private func report(_ name: String, _ results: [Result]) {
        let costs = results.map { Double($0.cost.soft) }
        let feasible = results.count { $0.cost.isFeasible }
        let slowest = results.map { $0.feasibleAfter ?? .infinity }.max() ?? .infinity
        bench.demand(
            "\(name): feasible within \(bench["feasible"]) s",
            feasible == results.count && slowest <= Double(bench["feasible"]),
            "\(feasible) of \(results.count), the slowest after \(tenths(slowest)) s"
        )
        let rate = median(results.map { Double($0.moves) / $0.seconds }) / 1e6
        let seconds = median(results.map(\.seconds))
        let figures = "best \(Int(costs.min() ?? .nan)), median \(tenths(median(costs)))"
        let pace = "\(tenths(rate)) million moves/s, \(tenths(seconds)) s a search"
        guard let published = PublishedCosts.of(name) else {
            bench.report.note("\(name): \(figures); \(pace); no published figure known here")
            return
        }
        bench.demand(
            "\(name): median at or under Müller's average \(published.müller)",
            median(costs) <= published.müller,
            figures
        )
        bench.demand(
            "\(name): median at or under Bellio's average \(published.bellio)",
            median(costs) <= published.bellio,
            pace
        )
    }

    private func tenths(_ value: Double) -> String {
        guard value.isFinite else { return "never" }
        let scaled = Int((value * 10).rounded())
        return "\(scaled / 10).\(scaled % 10)"
    }
}
