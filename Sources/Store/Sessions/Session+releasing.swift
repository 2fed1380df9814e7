import Postgres

extension Session {
    /// Performs a verb's statement so that its locks are gone before its commit is on the disk: the commit does not wait,
    /// and the transaction sent with it, in the same round trip, does. Commits reach the disk in their order, so the answer
    /// comes when both are there, as after every other verb; but those who wait for the row need not wait for the disk one
    /// after the other.
    ///
    /// Meanwhile others may read what a crash would take back, for as long as the disk takes; what they write upon it is
    /// behind it in the log, and goes with it.
    func releasing(_ statement: Statement) throws(PostgresError) -> [String?]? {
        let answers = try connection.sequence([
            statement + ", set_config('synchronous_commit', 'off', true)",
            "select pg_logical_emit_message(true, '', '')",
        ])
        let (answer, _) = try answers[0].get().decode(0, as: ([String?]?, String).self)
        // Done, but perhaps not for good: to be asked again under the same id.
        if case .failure(var error) = answers[1] {
            error.kind = .outcomeUnknown
            throw error
        }
        return answer
    }
}
