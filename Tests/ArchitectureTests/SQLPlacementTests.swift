import Testing

/// SQL stands beside the type that it fills, in the store files of a module, and nowhere else.
struct SQLPlacementTests {
    static let modules: Set = [
        "Casework", "TalentEnrollment", "TrainingSchedule", "StartupEligibility", "ProjectHandoff",
    ]

    private func isStore(_ file: SourceFile) -> Bool { file.name.contains(/^[A-Za-z]+Store(?:\+[a-zA-Z]+)?\.swift$/) }

    @Test func `only store files hold SQL`() throws {
        let files = try Repository.files(in: "Sources", ending: ".swift")
        #expect(files.filter { Self.modules.contains($0.target) && isStore($0) && $0.holdsSQL }.count > 10)
        // `Store` is the layer of sessions and migrations, `zonebench` measures statements.
        for file in files where !["Store", "Postgres", "zonebench"].contains(file.target) && !isStore(file) {
            #expect(!file.holdsSQL, "\(file.path)")
        }
    }

    @Test func `the rules of a module know no database`() throws {
        for file in try Repository.files(in: "Sources", ending: ".swift")
        where Self.modules.contains(file.target) && !isStore(file) {
            // Octets travel as `Bytes`, which is harmless; a connection or a statement is not.
            #expect(!file.text.contains(".connection") && !file.text.contains("Statement"), "\(file.path)")
        }
    }

    @Test func `commands hold no SQL and no statement`() throws {
        for file in try Repository.files(in: "Sources/AdminCLI/Commands", ending: ".swift") {
            #expect(!file.holdsSQL && !file.text.contains("Statement"), "\(file.path)")
        }
    }

    /// One function a file, named by the file; a module's folder is its schema.
    @Test func `a file of functions defines the function that it is named by`() throws {
        for file in try Repository.files(in: "sql/functions", ending: ".sql") {
            let parts = file.path.split(separator: "/").suffix(2)
            let function = "\(parts.first ?? "").\(file.name.dropLast(4))"
            #expect(file.text.contains("create or replace function \(function)("), "\(file.path)")
        }
    }

    @Test func `every verb that changes something has exactly one caller in Swift`() throws {
        let callers = try Repository.files(in: "Sources", ending: ".swift").filter {
            !["zonebench"].contains($0.target)
        }
        var verbs = 0
        for file in try Repository.files(in: "sql/functions", ending: ".sql") where file.text.contains("core.finish(") {
            let parts = file.path.split(separator: "/").suffix(2)
            let function = "\(parts.first ?? "").\(file.name.dropLast(4))"
            guard file.text.contains("core.expose('\(function)'") else { continue }
            verbs += 1
            #expect(callers.filter { $0.text.contains("\(function)(") }.count == 1, "\(function)")
        }
        #expect(verbs > 25)
    }

    @Test func `the reader of SQL tells statements from sentences`() {
        func holds(_ text: String) -> Bool { SourceFile(path: "x.swift", text: text).holdsSQL }
        #expect(holds("let s: Statement = \"select 1\""))
        #expect(holds("    update core.person set name = \\(name)"))
        #expect(holds("    insert into core.document (code) values (\\(code))"))
        #expect(holds("\"delete from core.person\""))
        #expect(!holds("/// select the rows of a table"))
        #expect(!holds("let select = update(core)"))
        #expect(!holds("Text(\"更新\", \"what the update of a person set\")"))
    }
}
