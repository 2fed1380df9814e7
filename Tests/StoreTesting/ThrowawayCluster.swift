import Glibc
import Postgres
import Store

/// The PostgreSQL server of one test process: made at first need, gone with the process however that ends.
///
/// A shell in a session of its own runs the server and waits for the end of its standard input, whose other end this
/// process holds: the kernel closes it even after kill −9. With `TEST_DATABASE_URL` a given server is used instead; one
/// that is not on this machine is refused, because tests make and drop databases and roles.
public final class ThrowawayCluster: Sendable {
    public static let shared = ThrowawayCluster()

    /// Where a server of our own keeps its data; nil for a given server.
    public let folder: String?
    private let base: ConnectionParameters

    /// Connects as `user` to a database; the private server trusts whoever can reach its socket, whose folder only the
    /// tests' own user (as root: the postgres user too) may enter.
    public func parameters(database: String, user: String = "zb_super") -> ConnectionParameters {
        base.setting("dbname", to: database).setting("user", to: user)
    }

    private init() {
        if let url = Environment["TEST_DATABASE_URL"] {
            precondition(Self.isLocal(url), "TEST_DATABASE_URL must name a server on this machine: \(url)")
            folder = nil
            base = ConnectionParameters(conninfo: url)
        } else {
            let folder = Self.start()
            self.folder = folder
            base = ConnectionParameters(["host": folder, "port": "5432"])
        }
    }

    /// Whether a URL or keyword string can only mean this machine.
    static func isLocal(_ url: String) -> Bool {
        if url.contains("://") {
            guard let authority = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first else {
                return false
            }
            let host = authority.split(separator: "@").last ?? ""
            return ["", "localhost", "127.0.0.1", "[::1]"].contains(
                String(host.prefix { $0 != ":" || host.hasPrefix("[") }).lowercased()
            )
                || ["localhost", "127.0.0.1"].contains { host == $0 || host.hasPrefix($0 + ":") }
                || host.hasPrefix("[::1]")
        }
        let hosts = url.split(separator: " ").filter { $0.hasPrefix("host=") || $0.hasPrefix("hostaddr=") }
        return hosts.allSatisfy { pair in
            let host = pair.drop { $0 != "=" }.dropFirst()
            return host.hasPrefix("/") || ["localhost", "127.0.0.1", "::1"].contains(String(host))
        }
    }

    private static func start() -> String {
        let temporary = Environment["TMPDIR"] ?? "/tmp"
        let folder = "\(temporary.utf8.count < 60 ? temporary : "/tmp")/zb-test-\(getpid())"
        var input: [Int32] = [-1, -1]
        var output: [Int32] = [-1, -1]
        precondition(pipe(&input) == 0 && pipe(&output) == 0, "pipe")
        for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
        let words: [String] = ["setsid", "bash", "-c", script, "bash", folder]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) }
        arguments.append(nil)
        var child = pid_t()
        precondition(posix_spawnp(&child, "setsid", &actions, nil, &arguments, environ) == 0, "bash")
        close(input[0])
        close(output[1])
        // input[1] stays open on purpose: its end is the server's signal to go.
        var answer: [UInt8] = []
        var octet: UInt8 = 0
        while read(output[0], &octet, 1) == 1, octet != UInt8(ascii: "\n") { answer.append(octet) }
        let word = String(decoding: answer, as: UTF8.self)
        precondition(word == "ready", "the throw-away server did not start: \(word)")
        return folder
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
        $as "$bin/initdb" -D "$folder/data" -U zb_super --auth=trust --no-sync --locale=C.UTF-8 -E UTF8 \
            >/dev/null 2>"/tmp/zb-initdb-$$" </dev/null || { echo "initdb: $(tail -1 "/tmp/zb-initdb-$$")"; exit 1; }
        rm -f "/tmp/zb-initdb-$$"
        cat >> "$folder/data/postgresql.conf" <<END
        listen_addresses = ''
        unix_socket_directories = '$folder'
        max_connections = 300
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        shared_buffers = 256MB
        max_wal_size = 4GB
        checkpoint_timeout = 1h
        autovacuum_naptime = 10s
        END
        $as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start >/dev/null 2>&1 </dev/null ||
            { echo "pg_ctl: $(tail -1 "$folder/log")"; exit 1; }
        echo ready
        exec >/dev/null
        cat >/dev/null
        $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
        rm -rf "$folder"
        """
}
