import Store

/// One write, ready to be sent: a `Store.Verb` and the shape of its answer, without the verb's type.
///
/// Made without asking the database, so that the lines of a session file go out in batches.
public struct PendingWrite {
    let verb: Verb<Output>

    /// - Parameter output: shapes the verb's answer; set `made` to the id that it made
    public init<Answer>(_ verb: Verb<Answer>, _ output: @escaping @Sendable (Answer) throws -> Output) {
        self.verb = verb.map(output)
    }
}
