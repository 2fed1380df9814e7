/// A database command does not suit the database that was chosen.
enum DatabaseFault: Error, Hashable {
    /// A server of its own is run by its administrators, not by us.
    case notPrivate
}
