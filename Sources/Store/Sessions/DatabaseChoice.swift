import Postgres
import Zones

/// Which database a session works on.
public enum DatabaseChoice: Sendable {
    /// A server that somebody else runs: libpq's own parameters, `PG*` variables and service files.
    case server(ConnectionParameters)
    /// This user's private cluster; its sample database or the user's own.
    case privateCluster(PrivateCluster, sample: Bool)

    /// What a user means who says nothing, or `--dsn`, or `--sample`: `PG*` variables name a server, else `ZONECTL_DSN`
    /// does, which an office sets for everybody; without any, the private cluster.
    public init(dsn: String?, sample: Bool) {
        let configured = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT"].contains {
            Environment[$0] != nil
        }
        if let dsn {
            self = .server(ConnectionParameters(conninfo: dsn))
        } else if configured && !sample {
            self = .server(ConnectionParameters())
        } else if let dsn = Environment["ZONECTL_DSN"], !sample {
            self = .server(ConnectionParameters(conninfo: dsn))
        } else {
            self = .privateCluster(PrivateCluster(), sample: sample)
        }
    }

    /// Opens a session. A private cluster that is not there, not running or empty is made first; `tell` hears of that.
    ///
    /// - Parameter login: nil for the login named after the operating system's user, or the server's own choice.
    public func open(
        login: String? = nil,
        zone: ZoneCode? = nil,
        clock: BusinessClock = .machine,
        tell: (ClusterStep) -> Void
    ) throws -> Session {
        let configuration = configuration(login, zone, clock)
        guard case .privateCluster(let cluster, let sample) = self else { return try Session(configuration) }
        do {
            return try Session(configuration)
        } catch let error as PostgresError where error.kind == .connection {
            try cluster.prepare(sample: sample, tell: tell)
            return try Session(configuration)
        }
    }

    /// Opens a session with a database that is there and answers; makes and starts nothing.
    public func openRunning(login: String? = nil, zone: ZoneCode? = nil) throws -> Session {
        var configuration = configuration(login, zone, .machine)
        configuration.parameters = configuration.parameters.setting("connect_timeout", to: "2")
        return try Session(configuration)
    }

    private func configuration(_ login: String?, _ zone: ZoneCode?, _ clock: BusinessClock) -> SessionConfiguration {
        switch self {
        case .server(let parameters):
            let parameters = login.map { parameters.setting("user", to: $0) } ?? parameters
            return SessionConfiguration(parameters: parameters, zone: zone, clock: clock)
        case .privateCluster(let cluster, let sample):
            let parameters = cluster.parameters(
                database: sample ? .sampleDatabase : .ownDatabase,
                user: login ?? OSUser.name
            )
            return SessionConfiguration(
                parameters: parameters,
                zone: zone,
                clock: clock,
                keys: .file(cluster.layout.keys.path)
            )
        }
    }
}

/// What is being done to a private cluster while its user waits.
public enum ClusterStep: Sendable, Hashable {
    case initializing(home: String)
    case starting
    case creatingDatabase(String)
}

extension PrivateCluster {
    /// Makes the cluster, starts it and makes the database, as far as each is missing.
    public func prepare(sample: Bool, tell: (ClusterStep) -> Void) throws {
        try locked {
            if !layout.isInitialized { tell(.initializing(home: layout.home)) } else if !isRunning { tell(.starting) }
            try startLocked()
            let database: Identifier = sample ? .sampleDatabase : .ownDatabase
            guard try !setup.exists(database) else { return }
            tell(.creatingDatabase(database.name))
            try createLocked(sample: sample)
        }
    }

    /// Makes the user's own database where it is missing, or the sample database anew.
    public func create(sample: Bool) throws { try locked { try createLocked(sample: sample) } }

    /// A database is made under another name, and renamed when it is complete: one that a program was killed over is
    /// made again.
    private func createLocked(sample: Bool) throws {
        let database: Identifier = sample ? .sampleDatabase : .ownDatabase
        let draft: Identifier = sample ? .sampleDraft : .ownDraft
        let isKept = try !sample && setup.exists(database)
        let keys = try keySet(sample: sample)
        try renewHostRules()
        try setup.create(
            isKept ? database : draft,
            sample: sample,
            administrator: OSUser.name,
            indexKey: keys.indexID,
            replacing: !isKept
        )
        let parameters = parameters(database: isKept ? database : draft, user: OSUser.name)
        try PublicFacts.load(into: Session(SessionConfiguration(parameters: parameters)))
        if !isKept { try setup.rename(draft, to: database) }
    }

    /// What brings a database of this cluster to this program's schema.
    public func migrator(sample: Bool) throws -> Migrator {
        let database: Identifier = sample ? .sampleDatabase : .ownDatabase
        return try Migrator(Connection(parameters(database: database, user: "zb_migrator")))
    }

    /// The keys of all databases of this cluster, made with the first of them. A file that was lost is not made anew
    /// while there is data that only it opens.
    private func keySet(sample: Bool) throws -> KeySet {
        let remaining: [Identifier] = sample ? [.ownDatabase] : [.ownDatabase, .sampleDatabase]
        if !layout.keys.exists, try !remaining.contains(where: setup.exists) { try layout.makeKeys() }
        return try layout.keys.read()
    }

    private var setup: DatabaseSetup {
        DatabaseSetup { database, user in parameters(database: database, user: user) }
    }
}
