import Glibc

/// Keeps two programs from making, starting or stopping one private cluster at the same time; gone with its process.
final class ClusterLock {
    private let descriptor: Int32

    /// Waits until nobody else holds the lock of the cluster at `home`.
    init(home: String) throws {
        let path = home + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw ClusterFault.folderUnusable(path: path, reason: String(cString: strerror(errno)))
        }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw ClusterFault.folderUnusable(path: path, reason: String(cString: strerror(errno)))
            }
        }
    }

    deinit { close(descriptor) }
}

extension PrivateCluster {
    /// Runs the body while no other program changes whether the cluster is there and running.
    func locked<Answer>(_ body: () throws -> Answer) throws -> Answer {
        guard Self.programs != nil else { throw ClusterFault.serverNotInstalled }
        try makeFolder(layout.home, mode: 0o755)
        let lock = try ClusterLock(home: layout.home)
        return try withExtendedLifetime(lock) { try body() }
    }
}
