import Glibc

/// A program that was started and waited for. Own, because the one library for it is asynchronous and this is one call.
public enum ChildProcess {
    public struct Result: Sendable {
        /// As a shell would tell it: 127 for a program that is not there.
        public var status: Int32
        /// Standard output and error together.
        public var output: String
    }

    /// Runs a program with its output caught, its standard input closed, and no inherited descriptors, locale or libpq
    /// settings.
    ///
    /// - Parameter detachedOutput: whether the program leaves children behind (a server) that would hold a pipe open;
    ///   its output then goes nowhere.
    public static func run(_ arguments: [String], detachedOutput: Bool = false) -> Result {
        var ends: [Int32] = [-1, -1]
        guard detachedOutput || pipe(&ends) == 0 else { return Result(status: -1, output: "pipe: \(errno)") }
        if !detachedOutput { ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        if detachedOutput {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        } else {
            posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
            posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
        }
        keepDescriptors()
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        let path = "PATH=" + (Environment["PATH"] ?? "/usr/bin:/bin:/usr/sbin:/sbin")
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup(path), strdup("LC_ALL=C.UTF-8"), nil]
        defer { environment.forEach { free($0) } }
        var child = pid_t()
        let error = posix_spawnp(&child, arguments[0], &actions, nil, &pointers, &environment)
        if !detachedOutput { close(ends[1]) }
        defer { if !detachedOutput { close(ends[0]) } }
        guard error == 0 else {
            return Result(status: 127, output: "\(arguments[0]): \(String(cString: strerror(error)))")
        }
        let output = detachedOutput ? "" : readAll(ends[0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        return Result(status: (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f), output: output)
    }

    /// Marks what this process inherited as its own: a server would keep it for ever, such as a script's lock, or the pipe
    /// by which another program waits for the end of this one.
    private static func keepDescriptors() {
        for descriptor in (STDERR_FILENO + 1)..<1024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    }

    private static func readAll(_ descriptor: Int32) -> String {
        var octets: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count > 0 { octets += chunk[..<count] } else if count == 0 || errno != EINTR { break }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
