import Glibc
import Postgres
import Store

extension Subject {
    static let handoffCrash = Subject(
        "handoff-crash",
        "handoffs by several clients while server and clients are killed with -9; each project is in exactly one place",
        settings: [
            .init("handoffs", 200, "projects that are offered and accepted"),
            .init("clients", 4, "clients at once, each playing a session file of its own"),
        ]
    ) { bench in
        let trial = try HandoffCrash(handoffs: bench["handoffs"], clients: bench["clients"])
        try trial.run(progress: bench.report.progress)
        bench.report.add(Figure("kills of the server, of clients", ours: "\(trial.serverKills), \(trial.clientKills)"))
        bench.demand("both were killed at work", trial.serverKills > 0 && trial.clientKills > 0)
        bench.demand("half done after a kill: 0", trial.halves.isEmpty, trial.halves.joined(separator: ", "))
        bench.demand("every handoff is accepted, once", try trial.accepted() == bench["handoffs"])
        bench.demand("chains of events and receipts intact", try trial.chainsAreIntact())
        bench.demand("control: a half that is made on purpose is seen", try trial.seesHalves())
    }
}

/// Clients that play session files of handoffs, and a killer.
final class HandoffCrash {
    private let server: CrashServer
    private let database = "zonebridge"
    private let handoffs: Int
    private var clients: [Client] = []
    private(set) var serverKills = 0
    private(set) var clientKills = 0
    /// Projects that were found half handed over.
    private(set) var halves: [String] = []

    /// One file and the process that plays it; nil before its start and after its end.
    private struct Client {
        let path: String
        var process: pid_t?
        var isDone = false
    }

    init(handoffs: Int, clients: Int) throws {
        self.handoffs = handoffs
        server = try CrashServer(commits: true)
        try DatabaseSetup { [server] database, user in server.parameters(database.name, as: user) }
            .create(.ownDatabase, sample: true, administrator: "bench", replacing: true)
        let session = try session()
        try session.perform(ZoneStore.add(code: .init("INNO"), nameZh: "样例创新区", nameEn: "Sample Innovation Zone"))
        try session.perform(ZoneStore.add(code: .init("ETDZ"), nameZh: "样例开发区", nameEn: "Sample Development Zone"))
        try PublicFacts.load(into: session)
        for number in 0..<clients {
            let path = "\(server.folder)/handoffs-\(number).zctl"
            try write(Self.script(number, Array(stride(from: number, to: handoffs, by: clients))), to: path)
            self.clients.append(Client(path: path))
        }
    }

    /// The lines of one client: people of its own, then project, offer, squad and acceptance of each handoff.
    private static func script(_ client: Int, _ numbers: [Int]) -> String {
        var text = "use --clock 2024-10-21T09:00\nuse --zone ETDZ\n"
        for member in 1...3 { text += "person add --code C\(client)-\(member) --name 样例\n" }
        for number in numbers {
            text += """
                use --zone INNO
                project add --code K-\(number) --name 样例 --industry 装备
                obligation add --project K-\(number) --what 能评 --due 2024-12-31 --code KO-\(number)
                handoff offer --project K-\(number) --to ETDZ --reason 产业化 --code KH-\(number)
                use --zone ETDZ
                squad assign --project K-\(number) --chief C\(client)-1 --a C\(client)-2 --b C\(client)-3
                handoff accept KH-\(number)

                """
        }
        return text
    }

    private func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "we") else { throw BenchFault("cannot write \(path)") }
        defer { fclose(file) }
        guard fputs(text, file) >= 0 else { throw BenchFault("cannot write \(path)") }
    }

    private func session() throws -> Session {
        try Session(SessionConfiguration(parameters: server.parameters(database, as: "bench")))
    }

    /// Kills in turn a client and the server until every file was played to its end.
    func run(progress: (String) -> Void) throws {
        defer { for index in clients.indices { end(index) } }
        var round = 0
        while clients.contains(where: { !$0.isDone }) {
            guard round < 1000 else { throw BenchFault("the files do not come to their end") }
            progress("kill \(round + 1)")
            for index in clients.indices where !clients[index].isDone && clients[index].process == nil {
                clients[index].process = try launch(clients[index].path)
            }
            // Soon at first, so that a quick machine is not done before; later and later, so that a slow one gets on.
            let longest = min(700_000, 60_000 + UInt32(round) * 20_000)
            usleep(UInt32.random(in: longest / 3...longest))
            try look()
            let running = clients.indices.filter { clients[$0].process != nil }
            guard let victim = running.randomElement() else { continue }
            if round.isMultiple(of: 2) {
                end(victim)
                clientKills += 1
            } else {
                try server.restart()
                serverKills += 1
            }
            round += 1
            halves += try HandoffHalves.find(Connection(server.parameters(database)))
        }
    }

    /// Takes leave of the clients that have come to their end.
    private func look() throws {
        for index in clients.indices {
            guard let process = clients[index].process else { continue }
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) == process else { continue }
            clients[index].process = nil
            clients[index].isDone = status == 0
            // 69: no server; 75: its outcome is unknown, the next run asks; anything else is a fault.
            let code = (status >> 8) & 0xff
            guard status & 0x7f == 0, [0, 69, 75].contains(code) else { throw BenchFault("zonectl ended with \(code)") }
        }
    }

    private func launch(_ path: String) throws -> pid_t {
        let words = [
            try Child.product("zonectl"), "--dsn", "host=\(server.folder) port=5432 dbname=\(database) user=bench",
            "--tx=line", "--resume", "run", path,
        ]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, path + ".log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, words[0], &actions, nil, &arguments, environ) == 0 else { throw BenchFault(words[0]) }
        return child
    }

    private func end(_ index: Int) {
        guard let process = clients[index].process else { return }
        Glibc.kill(process, SIGKILL)
        while waitpid(process, nil, 0) == -1, errno == EINTR {}
        clients[index].process = nil
    }

    func accepted() throws -> Int {
        try Connection(server.parameters(database)).value(
            "select count(*) from handoff.handoff where state = 'accepted' and version = 2",
            as: Int.self
        ) ?? 0
    }

    func chainsAreIntact() throws -> Bool {
        try AuditStore.verify(session(), against: nil).first == nil
            && HandoffHalves.brokenReceipts(session()) == []
    }

    func seesHalves() throws -> Bool { try HandoffHalves.isSeen(Connection(server.parameters(database))) }
}
