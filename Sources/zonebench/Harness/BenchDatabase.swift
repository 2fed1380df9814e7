import Postgres
import Store
import Zones

/// A migrated database of the throw-away server.
struct BenchDatabase: Sendable {
    let cluster: BenchCluster
    let name: String

    /// Connection parameters for a login: `bench` has every role, `zb_super` is the bootstrap superuser.
    func parameters(as login: String = "bench") -> ConnectionParameters { cluster.parameters(name, as: login) }

    /// The product's session of a login that acts for a zone, on the machine's clock.
    func session(as login: String = "bench", zone: String? = "INNO", clock: BusinessClock = .machine) throws -> Session
    {
        try Session(
            SessionConfiguration(
                parameters: parameters(as: login),
                zone: zone.map { try ZoneCode($0) },
                clock: clock,
                keys: .file(cluster.keys)
            )
        )
    }

    func connection(as login: String = "zb_super") throws -> Connection { try Connection(parameters(as: login)) }

    /// A connection string for programs.
    func dsn(as login: String = "bench") -> String { "host=\(cluster.folder) port=5432 dbname=\(name) user=\(login)" }

    /// Runs a session file of the product, as one transaction.
    func play(_ text: String, zone: String = "INNO") throws {
        let file = try ScratchFile("\(name).zctl", text)
        let output = try ScratchFile("\(name).out")
        let child = try Child.run(
            [Child.product("zonectl"), "--dsn", dsn(), "--zone", zone, "run", file.path],
            environment: cluster.environment,
            output: output.path
        )
        guard child.status == 0 else { throw BenchFault(output.lines().last ?? "zonectl ended with \(child.status)") }
    }

    /// What planner and measurements need after a load: statistics, visibility, and no checkpoint left to come.
    func settle() throws {
        let superuser = try connection()
        try superuser.execute("vacuum analyze")
        try superuser.execute("checkpoint")
    }
}
