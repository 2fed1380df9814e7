/// One subject of measurement: `zonebench NAME`. A file in `Subjects/` declares it; `Subject.all` lists it.
struct Subject: Sendable {
    /// A number that `--name value` changes.
    struct Setting: Sendable {
        let name: String
        let value: Int
        let meaning: String

        init(_ name: String, _ value: Int, _ meaning: String) {
            self.name = name
            self.value = value
            self.meaning = meaning
        }
    }

    let name: String
    let summary: String
    /// What its operand is, if it takes one: the word after its name.
    let operand: String?
    let settings: [Setting]
    let run: @Sendable (Bench) throws -> Void

    init(
        _ name: String,
        _ summary: String,
        operand: String? = nil,
        settings: [Setting] = [],
        _ run: @escaping @Sendable (Bench) throws -> Void
    ) {
        self.name = name
        self.summary = summary
        self.operand = operand
        self.settings = settings
        self.run = run
    }
}
