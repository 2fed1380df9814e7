import Testing

/// Dependencies point one way. SwiftPM finds a module that is not declared when something else has built it, so that
/// only reading the imports proves it.
struct ImportTests {
    /// What each target may import, beside the C library's module.
    static let allowed: [String: Set<String>] = [
        "Postgres": ["CLibPQ"],
        "Zones": [],
        "Store": ["Postgres", "Zones", "SQL", "Crypto"],
        "Casework": ["Store", "Postgres", "Zones"],
        "TalentEnrollment": ["Casework", "Store", "Postgres", "Zones"],
        "Timetabling": [],
        "TrainingSchedule": ["Timetabling", "Casework", "Store", "Postgres", "Zones"],
        "StartupEligibility": ["Casework", "Store", "Postgres", "Zones"],
        "ProjectHandoff": ["Casework", "Store", "Postgres", "Zones"],
        "AdminCLI": [
            "TalentEnrollment", "TrainingSchedule", "StartupEligibility", "ProjectHandoff", "Casework", "Store",
            "Postgres",
            "Zones", "CLibEdit",
        ],
        "zonectl": ["AdminCLI"],
        "zonebench": [
            "AdminCLI", "TalentEnrollment", "TrainingSchedule", "StartupEligibility", "ProjectHandoff", "Casework",
            "Store", "Timetabling",
            "Postgres", "Zones", "CLibPQ", "SQL",
        ],
        "embed-sql": [],
        "EmbedSQL": ["PackagePlugin"],
    ]
    /// Of the toolchain and of libc; values need neither.
    static let system: Set = ["Glibc", "Synchronization"]

    @Test func `every target imports only what lies below it`() throws {
        let files = try Repository.files(in: "Sources", ending: ".swift")
        #expect(files.count > 200)
        for file in files {
            let allowed = try #require(Self.allowed[file.target], "\(file.path)")
            let foreign = file.imports.subtracting(allowed).subtracting(Self.system)
            #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted())")
        }
    }

    @Test func `values import nothing at all`() throws {
        for file in try Repository.files(in: "Sources/Zones", ending: ".swift") {
            #expect(file.imports.isEmpty, "\(file.path) imports \(file.imports)")
        }
    }

    @Test func `no program file imports Foundation`() throws {
        for file in try Repository.files(in: "Sources", ending: ".swift") {
            #expect(!file.imports.contains { $0.hasPrefix("Foundation") }, "\(file.path)")
        }
    }

    @Test func `only the driver sees libpq, and the benchmark that is measured against it`() throws {
        let users = try Repository.files(in: "Sources", ending: ".swift").filter { $0.imports.contains("CLibPQ") }
        #expect(users.count > 5)
        #expect(Set(users.map(\.target)).isSubset(of: ["Postgres", "zonebench"]))
    }

    @Test func `one file sees libedit`() throws {
        let users = try Repository.files(in: "Sources", ending: ".swift").filter { $0.imports.contains("CLibEdit") }
        #expect(users.map(\.name) == ["LineEditor.swift"])
    }

    @Test func `pointers stay in the driver`() throws {
        let modules = ["Casework", "TalentEnrollment", "TrainingSchedule", "StartupEligibility", "ProjectHandoff"]
        for file in try Repository.files(in: "Sources", ending: ".swift") where modules.contains(file.target) {
            #expect(!file.text.contains("OpaquePointer"), "\(file.path)")
        }
    }

    @Test func `the reader of imports sees all forms`() {
        let text =
            "import A\n@testable import B\npublic import C\nimport struct D.E\n// import F\nlet s = \"import G\"\n"
        #expect(SourceFile(path: "x.swift", text: text).imports == ["A", "B", "C", "D"])
    }
}
