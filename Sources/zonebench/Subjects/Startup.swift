import Glibc
import Store

extension Subject {
    static let startup = Subject(
        "startup",
        "a whole `zonectl zone list` against `psql` with the same query",
        settings: [.init("starts", 41, "how often each program is started")]
    ) { bench in
        let database = try bench.cluster().makeDatabase("bench_startup")
        let zonectl = try Child.product("zonectl")
        let psql = try StartupPrograms.psql()
        let query = "select code, name_zh, name_en, opened_on, closed_on from core.zone order by code"
        let server = [
            "PGHOST": database.cluster.folder, "PGPORT": "5432", "PGDATABASE": database.name, "PGUSER": "bench",
        ]
        let environment = server.merging(database.cluster.environment) { $1 }
        func start(_ words: [String]) throws -> Child {
            let child = try Child.run(words, environment: environment)
            guard child.status == 0 else { throw BenchFault("\(words[0]) ended with \(child.status)") }
            return child
        }
        let list = [zonectl, "zone", "list"]
        let select = [psql, "-X", "-q", "-A", "-t", "-c", query]
        try bench.compare("zonectl zone list", .costAtMost(1.5), rounds: bench["starts"], against: "psql -c") {
            try start(list).seconds
        } theirs: {
            try start(select).seconds
        }
        try bench.compare("CPU of the program alone", .none, rounds: bench["starts"], against: "psql -c") {
            try start(list).cpu
        } theirs: {
            try start(select).cpu
        }
    }
}

private enum StartupPrograms {
    /// The program itself: what lies in the search path may be a wrapper in Perl.
    static func psql() throws -> String {
        for folder in ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"]
        where access(folder + "/psql", X_OK) == 0 {
            return folder + "/psql"
        }
        throw BenchFault("psql is missing: install postgresql-client-15")
    }
}
