import Glibc

extension PrivateCluster {
    /// A file beside the log that takes up room for one emergency: a server whose log's disk is full stops, and cannot
    /// start again without a little of it.
    private var ballast: String { layout.data + "/pg_wal/ballast" }
    /// Two segments of the log.
    private static let size: UInt64 = 32 << 20

    /// Takes that room while there is plenty.
    func takeBallast() {
        var room = statvfs()
        guard access(ballast, F_OK) != 0, statvfs(layout.data + "/pg_wal", &room) == 0,
            UInt64(room.f_bavail) * UInt64(room.f_frsize) > 2 * Self.size
        else { return }
        let taken = ServerPrograms.plain(["fallocate", "-l", "\(Self.size)", ballast])
        if taken.status != 0 { _ = unlink(ballast) }
    }

    /// Gives it up; false when it was given up before.
    func giveBallast() -> Bool { unlink(ballast) == 0 }

    /// What the server is started with: after an emergency it answers, and writes nothing that would stop it again.
    func startOptions(readOnly: Bool) -> String {
        // A data folder that was restored from another home's backup names that home's socket.
        let socket = "-c unix_socket_directories='\(layout.socketFolder)'"
        return readOnly ? socket + " -c default_transaction_read_only=on -c autovacuum=off" : socket
    }
}
