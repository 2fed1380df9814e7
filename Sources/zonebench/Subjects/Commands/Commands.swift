import AdminCLI

extension Subject {
    static let commands = Subject(
        "commands",
        "every command that only reads, as a whole process, on five years of data",
        settings: [
            .init("people", 10_000, "people in the database"),
            .init("cohorts", 200, "cohorts"),
            .init("projects", 300, "projects"),
            .init("milliseconds", 50, "what a command may take"),
        ]
    ) { bench in
        let database = try bench.cluster().makeDatabase("bench_commands")
        let scene = CommandScene(database: database, zonectl: try Child.product("zonectl"))
        bench.report.progress("five years of work")
        let world = CommandWorld(
            people: bench["people"],
            cohorts: bench["cohorts"],
            projects: bench["projects"]
        )
        for (theme, text) in world.files {
            if let fault = try scene.play(theme, text) { bench.report.note("\(theme): \(fault)") }
        }
        // What the examples of the registry speak of: every write's own example, those that can be done.
        let examples = Registry.all.commands.filter { $0.effect == .write && $0.inFiles }.map(\.example)
        try scene.playFreely(examples)
        try database.settle()
        try CommandWorld.report(database, to: bench)
        for command in Registry.all.commands where command.effect == .read {
            bench.report.progress(command.name)
            switch try scene.measure(command, rounds: bench.rounds) {
            case .took(let line, let seconds):
                bench.limit(line, seconds: seconds, atMost: Double(bench["milliseconds"]) / 1_000)
            case .refused(let line, let reason):
                bench.report.add(Figure(line, ours: "not run"))
                bench.report.note("\(command.name) was not run: \(reason)")
            }
        }
    }
}
