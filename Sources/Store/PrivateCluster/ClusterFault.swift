/// The private cluster cannot be used.
public enum ClusterFault: Error, Sendable, Hashable {
    /// PostgreSQL's server programs are not installed; the command that says so failed.
    case serverNotInstalled
    /// The `postgres` user cannot pass through this folder.
    case cannotTraverse(folder: String)
    /// A folder exists and belongs to somebody else, or cannot be made.
    case folderUnusable(path: String, reason: String)
    /// A program of PostgreSQL failed; its last lines.
    case programFailed(program: String, output: String)
}
