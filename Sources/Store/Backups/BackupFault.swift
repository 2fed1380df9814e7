import Zones

/// A backup cannot be taken, trusted or restored.
public enum BackupFault: Error, Sendable, Hashable {
    /// A folder or file cannot be used; the system's reason.
    case unusable(path: String, reason: String)
    /// Keys would lie beside the data that they open, or a backup inside of what it is a backup of.
    case together(path: String, with: String)
    /// The folder holds no backup.
    case none(path: String)
    /// No backup is as old as the moment that was asked for; the first that is there.
    case before(first: Instant)
    /// The archive ends before the moment that was asked for.
    case notReached(target: Instant)
    /// A file of a backup is not what was written: one octet is enough.
    case damaged(path: String)
    /// A segment between others is missing in the archive.
    case gap(segment: String)
    /// Something stands already where data would be restored to.
    case exists(path: String)
    /// One of PostgreSQL's programs failed; its last lines.
    case failed(program: String, output: String)
    /// The server has no archive in this folder, and is not ours to change.
    case notArchived(folder: String)
    case noRehearsal
}
