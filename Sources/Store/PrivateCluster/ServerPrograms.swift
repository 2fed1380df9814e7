import Glibc

/// PostgreSQL's own programs, run as the user that owns a server's data: under root `postgres`, because PostgreSQL
/// refuses root.
enum ServerPrograms {
    /// The folder of the programs; nil when PostgreSQL is not installed.
    static var folder: String? { PrivateCluster.programs }

    /// The user that they run as.
    static var user: String { OSUser.isRoot ? "postgres" : OSUser.name }

    /// Runs one of PostgreSQL's programs.
    static func run(_ command: [String], detached: Bool = false) -> ChildProcess.Result {
        guard let folder, let program = command.first else {
            return ChildProcess.Result(status: 127, output: "postgresql-15")
        }
        return plain(["\(folder)/\(program)"] + command.dropFirst(), detached: detached)
    }

    /// Runs a program of the system as the same user.
    static func plain(_ command: [String], detached: Bool = false) -> ChildProcess.Result {
        let drop = [
            "setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--inh-caps=-all", "--reset-env",
        ]
        return ChildProcess.run((OSUser.isRoot ? drop : []) + command, detachedOutput: detached)
    }

    /// Gives a file or folder of ours to that user.
    static func own(_ path: String) -> Bool {
        guard OSUser.isRoot else { return true }
        guard let entry = getpwnam(user) else { return false }
        return chown(path, entry.pointee.pw_uid, entry.pointee.pw_gid) == 0
    }
}
