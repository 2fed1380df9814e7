import Glibc
import Postgres

/// One person's own PostgreSQL server, made on first use: a socket only, peer authentication, checksums.
///
/// As root the server's programs run as the `postgres` user, because PostgreSQL refuses root.
public struct PrivateCluster: Sendable {
    public let layout: ClusterLayout

    public init(_ layout: ClusterLayout = .current) {
        self.layout = layout
    }

    /// How to reach a database of this cluster.
    ///
    /// `requirepeer` refuses a server that somebody else put behind the socket.
    public func parameters(database: Identifier, user: String) -> ConnectionParameters {
        ConnectionParameters([
            "host": layout.socketFolder, "port": "5432", "dbname": database.name, "user": user,
            "requirepeer": serverUser, "application_name": "zonectl", "client_encoding": "UTF8",
        ])
    }

    /// The operating system's user that the server runs as.
    public var serverUser: String { ServerPrograms.user }

    public var isRunning: Bool {
        layout.isInitialized && runAsServer(["pg_ctl", "-D", layout.data, "status"]).status == 0
            && !DeadServer(layout: layout).isLeft
    }

    /// Makes and starts the cluster where it is not there or not running.
    ///
    /// - Throws: `ClusterFault`.
    public func start() throws { try locked { try startLocked() } }

    func startLocked() throws {
        if !layout.isInitialized { try initialize() }
        let dead = DeadServer(layout: layout)
        if dead.isLeft { dead.forget() }
        guard !isRunning else { return }
        try makeFolder(layout.socketFolder, mode: 0o755)
        // Children of a server that was killed need a moment to notice; until then the new one refuses to start.
        for attempt in 1... {
            let result = runAsServer(
                [
                    "pg_ctl", "-D", layout.data, "-w", "-t", "60", "-l", layout.log,
                    // A data folder that was restored from another home's backup names that home's socket.
                    "-o", "-c unix_socket_directories='\(layout.socketFolder)'", "start",
                ],
                detached: true
            )
            if result.status == 0 { return }
            let lines = lastLogLines()
            guard attempt < 20, lines.contains("shared memory block") else {
                throw ClusterFault.programFailed(program: "pg_ctl", output: lines)
            }
            usleep(250_000)
        }
    }

    /// Stops the server; nothing when it does not run.
    public func stop() throws {
        guard layout.isInitialized else { return }
        try locked { try stopLocked() }
    }

    private func stopLocked() throws {
        guard isRunning else { return }
        let result = runAsServer(["pg_ctl", "-D", layout.data, "-w", "-m", "fast", "stop"])
        guard result.status == 0 else { throw ClusterFault.programFailed(program: "pg_ctl", output: result.output) }
    }

    /// The folder of the server's programs; nil when PostgreSQL is not installed.
    static let programs: String? = {
        let candidates = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"]
        if let found = candidates.first(where: { access($0 + "/initdb", X_OK) == 0 }) { return found }
        let configured = ChildProcess.run(["pg_config", "--bindir"])
        let folder = configured.output.prefix { $0 != "\n" }
        return configured.status == 0 && access(folder + "/initdb", X_OK) == 0 ? String(folder) : nil
    }()

    /// Runs one of PostgreSQL's programs as the server's user.
    func runAsServer(_ command: [String], detached: Bool = false) -> ChildProcess.Result {
        ServerPrograms.run(command, detached: detached)
    }

    private func lastLogLines() -> String {
        ChildProcess.run(["tail", "-n", "5", layout.log]).output
    }
}
