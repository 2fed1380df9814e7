import Glibc
import Postgres
import Store

/// The PostgreSQL server of one run: made for it, gone with the process however that ends.
///
/// Settings are an office server's: checksums, fsync and synchronous commit unless asked otherwise. A shell in a session
/// of its own runs the server and waits for the end of its standard input, whose other end this process holds.
final class BenchCluster: Sendable {
    let folder: String
    private let holder: Int32

    init(syncs: Bool) throws {
        let temporary = Environment["TMPDIR"] ?? "/tmp"
        folder = "\(temporary.utf8.count < 60 ? temporary : "/tmp")/zb-bench-\(getpid())"
        var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard pipe(&input) == 0, pipe(&output) == 0 else { throw BenchFault("pipe") }
        for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
        let words = ["setsid", "bash", "-c", Self.script, "bash", folder, syncs ? "on" : "off"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawnp(&child, "setsid", &actions, nil, &arguments, environ) == 0 else { throw BenchFault("bash") }
        close(input[0])
        close(output[1])
        holder = input[1]
        var answer: [UInt8] = []
        var octet: UInt8 = 0
        while read(output[0], &octet, 1) == 1, octet != UInt8(ascii: "\n") { answer.append(octet) }
        close(output[0])
        let word = String(decoding: answer, as: UTF8.self)
        guard word == "ready" else { throw BenchFault("the throw-away server did not start: \(word)") }
        try KeyFile(keys).write(KeySet(phrase: "the benchmark's own keys"), replacing: true)
    }

    /// The key file of its databases, which goes with the server.
    var keys: String { folder + ".key" }

    /// What a program of the product has to know beside its arguments.
    var environment: [String: String] { ["ZONECTL_KEYS": keys, "ZONECTL_HOME": folder + "/none"] }

    /// How to reach a database as a login; the server trusts whoever may enter its folder.
    func parameters(_ database: String, as login: String = "zb_super") -> ConnectionParameters {
        ConnectionParameters(["host": folder, "port": "5432", "dbname": database, "user": login])
    }

    /// Makes a migrated sample database with the zones `INNO` and `ETDZ` and the public facts, where the login `bench` has
    /// every role.
    func makeDatabase(_ name: StaticString) throws -> BenchDatabase {
        try DatabaseSetup { [self] database, user in parameters(database.name, as: user) }
            .create(Identifier(name), sample: true, administrator: "bench", replacing: true)
        let database = BenchDatabase(cluster: self, name: name.description)
        let session = try database.session(zone: nil)
        try session.perform(ZoneStore.add(code: .init("INNO"), nameZh: "样例创新区", nameEn: "Sample Innovation Zone"))
        try session.perform(ZoneStore.add(code: .init("ETDZ"), nameZh: "样例开发区", nameEn: "Sample Development Zone"))
        try PublicFacts.load(into: session)
        return database
    }

    private static let script = """
        set -u
        folder=$1
        trap '' INT TERM HUP
        as=''
        if [ "$(id -u)" = 0 ]; then
            as='setpriv --reuid=postgres --regid=postgres --init-groups --inh-caps=-all --reset-env'
        fi
        bin=/usr/lib/postgresql/15/bin
        [ -x "$bin/initdb" ] || bin=$(pg_config --bindir)
        mkdir -m 0700 "$folder" && { [ -z "$as" ] || chown postgres "$folder"; } || { echo "cannot make $folder"; exit 1; }
        cd "$folder"
        $as "$bin/initdb" -D "$folder/data" -U zb_super --auth=trust --data-checksums --no-sync --locale=C.UTF-8 -E UTF8 \
            >/dev/null 2>&1 </dev/null || { echo initdb; rm -rf "$folder"; exit 1; }
        cat >> "$folder/data/postgresql.conf" <<END
        listen_addresses = ''
        unix_socket_directories = '$folder'
        max_connections = 100
        fsync = $2
        shared_buffers = 512MB
        max_wal_size = 4GB
        checkpoint_timeout = 15min
        timezone = 'Asia/Shanghai'
        END
        $as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start >/dev/null 2>&1 </dev/null ||
            { echo "pg_ctl: $(tail -1 "$folder/log")"; rm -rf "$folder"; exit 1; }
        echo ready
        exec >/dev/null
        cat >/dev/null
        $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
        rm -rf "$folder" "$folder.key"
        """
}
