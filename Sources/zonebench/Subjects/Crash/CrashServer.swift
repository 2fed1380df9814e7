import Glibc
import Postgres
import Store

/// A server that is there to be killed: this process is the postmaster's parent, so that its end is known for certain (a
/// postmaster that nobody waited for stays a zombie and keeps `postmaster.pid` valid).
final class CrashServer {
    let folder: String
    private var postmaster: pid_t = 0
    private(set) var restarts = 0

    /// - Parameter commits: whether a commit waits for its log; without, the control must lose some.
    init(commits: Bool) throws {
        let temporary = Environment["TMPDIR"] ?? "/tmp"
        folder = "\(temporary.utf8.count < 60 ? temporary : "/tmp")/zb-crash-\(getpid())-\(commits ? "on" : "off")"
        let made = try Child.run(["bash", "-c", Self.script, "bash", folder, commits ? "on" : "off"])
        guard made.status == 0 else { throw BenchFault("initdb in \(folder): \(made.status)") }
        try start()
    }

    deinit {
        kill()
        _ = try? Child.run(["rm", "-rf", folder])
    }

    func parameters(_ database: String, as login: String = "zb_super") -> ConnectionParameters {
        ConnectionParameters(["host": folder, "port": "5432", "dbname": database, "user": login])
    }

    /// Starts the postmaster and waits until it takes connections.
    func start() throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, folder + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        let drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--inh-caps=-all"]
        let words = (geteuid() == 0 ? drop : []) + [Self.programs + "/postgres", "-D", folder + "/data"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        guard posix_spawnp(&postmaster, words[0], &actions, nil, &arguments, environ) == 0 else {
            throw BenchFault("cannot run postgres")
        }
        for _ in 0..<3000 {
            if (try? Connection(parameters("postgres"))) != nil { return }
            if waitpid(postmaster, nil, WNOHANG) == postmaster { throw BenchFault("postgres ended; see \(folder)/log") }
            usleep(10_000)
        }
        throw BenchFault("postgres does not answer; see \(folder)/log")
    }

    /// Kills every process of the server at once, as a power cut would, and waits until the last is gone: an orphan that
    /// still held the shared memory would keep the next postmaster from starting.
    func kill() {
        guard postmaster != 0 else { return }
        Glibc.kill(postmaster, SIGKILL)
        processes().forEach { Glibc.kill($0, SIGKILL) }
        while waitpid(postmaster, nil, 0) == -1, errno == EINTR {}
        postmaster = 0
        while case let rest = processes(), !rest.isEmpty {
            rest.forEach { Glibc.kill($0, SIGKILL) }
            usleep(1000)
        }
    }

    func restart() throws {
        kill()
        try start()
        restarts += 1
    }

    /// The processes that work in this server's data folder: its own and no others.
    private func processes() -> [pid_t] {
        guard let directory = opendir("/proc") else { return [] }
        defer { closedir(directory) }
        var found: [pid_t] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let pid = pid_t(name), pid != getpid(), target("/proc/\(pid)/cwd") == folder + "/data" else {
                continue
            }
            if state(of: pid) != "Z" { found.append(pid) }
        }
        return found
    }

    private func target(_ link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(link, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }

    private func state(of pid: pid_t) -> Character? {
        guard let file = fopen("/proc/\(pid)/stat", "re") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 1024)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return text.split(separator: ")").last?.first { $0 != " " }
    }

    private static let programs: String = {
        let usual = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"]
        return usual.first { access($0 + "/postgres", X_OK) == 0 } ?? "/usr/bin"
    }()

    /// The page cache outlives killed processes, so fsync proves nothing here and is left off. What a kill takes is the log
    /// that was not written yet: with synchronous_commit off that is up to 10 seconds of it.
    private static let script = """
        set -eu
        folder=$1
        as=''
        if [ "$(id -u)" = 0 ]; then
            as='setpriv --reuid=postgres --regid=postgres --init-groups --inh-caps=-all --reset-env'
        fi
        bin=/usr/lib/postgresql/15/bin
        [ -x "$bin/initdb" ] || bin=$(pg_config --bindir)
        mkdir -m 0700 "$folder"
        [ -z "$as" ] || chown postgres "$folder"
        cd "$folder"
        $as "$bin/initdb" -D "$folder/data" -U zb_super --auth=trust --no-sync --locale=C.UTF-8 -E UTF8
        cat >> "$folder/data/postgresql.conf" <<END
        listen_addresses = ''
        unix_socket_directories = '$folder'
        fsync = off
        synchronous_commit = $2
        wal_writer_delay = 10s
        wal_writer_flush_after = 1GB
        wal_buffers = 64MB
        restart_after_crash = off
        timezone = 'Asia/Shanghai'
        END
        """
}
