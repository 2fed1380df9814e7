extension Subject {
    /// Nothing that was acknowledged is lost when server and clients are killed; the control shows that it could be seen.
    static let crash = Subject(
        "crash",
        "8 writers while server and clients are killed with -9; every acknowledged write is there once",
        settings: [
            .init("kills", 100, "kills of the server or of a writer, two to one"),
            .init("control", 8, "kills of a server with synchronous_commit = off, which must lose some"),
        ]
    ) { bench in
        let trial = try CrashTrial(commits: true).run(kills: bench["kills"], progress: bench.report.progress)
        bench.report.add(
            Figure("kills of the server, of writers", ours: "\(trial.serverKills), \(trial.clientKills)")
        )
        bench.report.add(Figure("writes acknowledged", ours: "\(trial.acknowledged)"))
        bench.demand("acknowledged and lost: 0", trial.lost == 0, "\(trial.lost)")
        bench.demand("done twice: 0", trial.twice == 0, "\(trial.twice)")
        bench.demand(
            "unknown outcomes, all resolved by their id",
            trial.contradicted == 0,
            "\(trial.unknown), \(trial.tookEffect) had taken effect"
        )
        bench.demand(
            "chains intact",
            trial.chains.first == nil && trial.chains.events > trial.acknowledged,
            "\(trial.chains.subjects) of \(trial.chains.events) events"
        )
        let control = try CrashTrial(commits: false)
            .run(kills: bench["control"], onlyServer: true, progress: bench.report.progress)
        bench.demand(
            "control, synchronous_commit = off, loses some",
            control.lost > 0,
            "\(control.lost) of \(control.acknowledged)"
        )
    }
}
