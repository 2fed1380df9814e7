import Postgres

extension PostgresError {
    /// The error that a caller should see for a question that the store refused: a rejection where a rule said no, else
    /// the fault itself. Verbs do the same in `Verb.explain`.
    public func explained<Refusal: Rejection>(as: Refusal.Type) -> any Error {
        if let rule = constraint, let rejection = Refusal.refusing(rule, facts: facts) { return rejection }
        return explainedByStore
    }

    /// The rejection of the store's own behind this error, whichever module asked; else the error.
    var explainedByStore: any Error {
        if let rejection = CoreRejection.from(self) { return rejection }
        if let rule = constraint, let rejection = PersonRejection.refusing(rule, facts: facts) { return rejection }
        return self
    }
}

extension Session {
    /// Asks the store something that its rules may refuse.
    ///
    /// - Throws: `Refusal` or `CoreRejection` where a rule said no, else `PostgresError`.
    public func ask<Answer, Refusal: Rejection>(
        refusedAs: Refusal.Type,
        _ question: (Connection) throws(PostgresError) -> Answer
    ) throws -> Answer {
        do {
            return try question(connection)
        } catch {
            throw error.explained(as: Refusal.self)
        }
    }
}
