import Glibc
import Postgres
import Zones

/// A server on a restored copy of the data: a socket only that its own user may open, no archive, nobody's login but the
/// bootstrap superuser's.
final class ScratchServer {
    let data: String
    /// Its settings, log and socket; short enough a path for a socket's name.
    private let folder: String
    private var isStarted = false

    /// - Throws: `BackupFault.unusable`
    init(data: String) throws(BackupFault) {
        self.data = data
        // mkdtemp puts its own letters in place of the six.
        var template = Array("/tmp/zb-scratch-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw LocalFile.unusable("/tmp") }
        folder = String(cString: made)
        guard ServerPrograms.own(folder) else { throw LocalFile.unusable(folder) }
    }

    deinit {
        stop()
        _ = ChildProcess.run(["rm", "-rf", folder])
    }

    /// Lets the server read the log from an archive, to its end or to a moment, and then open.
    ///
    /// - Returns: the last lines of its log when it ended instead.
    func recover(from archive: BackupFolder, to target: Instant?) throws(BackupFault) -> String? {
        let user = OSUser.name
        try LocalFile.write("local all zb_super peer map=zb_super\nlocal all all reject\n", to: folder + "/hba.conf")
        let users = Set([user, ServerPrograms.user]).sorted()
        try LocalFile.write(
            users.map { "zb_super \($0) zb_super\n" }.joined(),
            to: folder + "/ident.conf"
        )
        let stop = target.map { "recovery_target_time = '\($0)'\n" } ?? ""
        try LocalFile.write(
            """
            listen_addresses = ''
            port = 5432
            unix_socket_directories = '\(folder)'
            hba_file = '\(folder)/hba.conf'
            ident_file = '\(folder)/ident.conf'
            lc_messages = 'C.UTF-8'
            timezone = 'Asia/Shanghai'
            max_connections = 20
            # Without a standby's rules: limits may be smaller than the original's were.
            hot_standby = off
            archive_mode = off
            autovacuum = off
            # Under a hardened unit no memory may be written and then run.
            jit = off
            restore_command = '\(archive.restoreCommand)'
            recovery_target_action = 'promote'
            \(stop)
            """,
            to: folder + "/server.conf"
        )
        // Settings of the original that would win over these; they are in the backup's copy.
        _ = ChildProcess.run(["rm", "-f", data + "/postgresql.auto.conf", data + "/standby.signal"])
        try LocalFile.write("", to: data + "/recovery.signal")
        isStarted = true
        let started = ServerPrograms.run(
            [
                "pg_ctl", "-D", data, "-w", "-t", "86400", "-l", folder + "/log", "-o",
                "-c config_file='\(folder)/server.conf'", "start",
            ],
            detached: true
        )
        guard started.status == 0 else { return log }
        // The program that started it does not wait for the end of a recovery.
        while true {
            if (try? connection()) != nil { return nil }
            guard ServerPrograms.run(["pg_ctl", "-D", data, "status"]).status == 0 else { return log }
            usleep(50_000)
        }
    }

    /// A connection as the bootstrap superuser, whom row level security does not hold.
    func connection(_ database: Identifier = .maintenance) throws(PostgresError) -> Connection {
        try Connection(
            ConnectionParameters([
                "host": folder, "port": "5432", "user": "zb_super", "dbname": database.name,
                "requirepeer": ServerPrograms.user, "application_name": "zonectl",
            ])
        )
    }

    /// Looks for damage inside of tables and indexes, which checksums of files do not find.
    func examine() -> ChildProcess.Result {
        ServerPrograms.run([
            "pg_amcheck", "-h", folder, "-p", "5432", "-U", "zb_super", "--no-password", "--all", "--install-missing",
        ])
    }

    func stop() {
        guard isStarted else { return }
        isStarted = false
        _ = ServerPrograms.run(["pg_ctl", "-D", data, "-w", "-m", "fast", "stop"])
    }

    private var log: String { ChildProcess.run(["tail", "-n", "8", folder + "/log"]).output }
}
