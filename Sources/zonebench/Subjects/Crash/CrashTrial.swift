import Glibc
import Postgres
import Store
import Zones

/// Eight writers on a server that is killed, and killed writers on a server that lives; then everything is counted.
final class CrashTrial {
    struct Result {
        var acknowledged = 0
        /// Acknowledged and not there.
        var lost = 0
        /// Requests with more than one event.
        var twice = 0
        /// Intents without an answer, each asked about by its id.
        var unknown = 0
        /// Unknown ones that took effect.
        var tookEffect = 0
        /// Requests whose answer to "what became of it" and whose row disagree.
        var contradicted = 0
        var serverKills = 0
        var clientKills = 0
        var chains = AuditStore.Verification()
    }

    private static let writers = 8
    private let server: CrashServer
    private let database = "zonebridge"
    private var clients: [pid_t] = []

    init(commits: Bool) throws {
        server = try CrashServer(commits: commits)
        try DatabaseSetup { [server] database, user in server.parameters(database.name, as: user) }
            .create(.ownDatabase, sample: true, administrator: "bench", replacing: true)
        let session = try session(zone: nil)
        try session.perform(ZoneStore.add(code: .init("INNO"), nameZh: "样例创新区", nameEn: "Sample Innovation Zone"))
        try session.act(for: ZoneCode("INNO"))
        try session.perform(
            OrganizationStore.add(
                code: Code(CrashWriter.shared),
                OrganizationDetails(),
                name: OrganizationName("样例共享公司"),
                kind: .company
            )
        )
        // What the trial starts from is no part of it: the control loses only what its writers did.
        let superuser = try Connection(server.parameters(database))
        try superuser.execute("checkpoint")
    }

    private func session(zone: String? = "INNO") throws -> Session {
        try Session(
            SessionConfiguration(
                parameters: server.parameters(database, as: "bench"),
                zone: zone.map { try ZoneCode($0) }
            )
        )
    }

    func run(kills: Int, onlyServer: Bool = false, progress: (String) -> Void) throws -> Result {
        var result = Result()
        clients = try (0..<Self.writers).map(launch)
        defer { clients.forEach(end) }
        for round in 0..<kills {
            progress("kill \(round + 1) of \(kills)")
            usleep(UInt32.random(in: 100_000...500_000))
            if !onlyServer && round.isMultiple(of: 3) {
                let victim = Int.random(in: 0..<Self.writers)
                end(clients[victim])
                clients[victim] = try launch(victim)
                result.clientKills += 1
            } else {
                try server.restart()
                result.serverKills += 1
            }
        }
        usleep(300_000)
        clients.forEach(end)
        clients = []
        try count(&result)
        return result
    }

    private func launch(_ number: Int) throws -> pid_t {
        let words = ["/proc/self/exe", CrashWriter.word, server.folder, database, "\(number)"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, words[0], nil, nil, &arguments, environ) == 0 else { throw BenchFault("a writer") }
        return child
    }

    private func end(_ client: pid_t) {
        Glibc.kill(client, SIGKILL)
        while waitpid(client, nil, 0) == -1, errno == EINTR {}
    }

    private func count(_ result: inout Result) throws {
        let journal = try CrashJournal.read(server.folder, writers: Self.writers)
        let superuser = try Connection(server.parameters(database))
        // Backends of killed writers may still be finishing what they were told.
        while try superuser.value(
            "select count(*) from pg_stat_activity where usename = 'bench' and state = 'active'",
            as: Int.self
        ) != 0 { usleep(10_000) }
        let events = try superuser.rows(
            "select request, count(*) from core.event where noun = 'org' group by request",
            as: (UUID128, Int64).self
        )
        let counts = Dictionary(events, uniquingKeysWith: { $0 + $1 })
        let codes = try superuser.rows("select code from core.organization where code like 'W%'", as: String.self)
        let organizations = Set<String>(codes.map { $0 })
        let asking = try session()
        result.twice = counts.values.count { $0 > 1 }
        for (request, entry) in journal {
            let isThere =
                counts[request] == 1 && (entry.code == CrashWriter.shared || organizations.contains(entry.code))
            if entry.isAnswered || entry.resolved == true {
                result.acknowledged += 1
                if !isThere { result.lost += 1 }
                continue
            }
            result.unknown += 1
            let state = try RequestStore.show(asking, request).first?.state
            if state == .done { result.tookEffect += 1 }
            if state == .running || (state == .done) != isThere { result.contradicted += 1 }
        }
        let known = Set(journal.values.map(\.code))
        result.contradicted += organizations.count { !known.contains($0) }
        result.chains = try AuditStore.verify(asking, against: nil)
    }
}
