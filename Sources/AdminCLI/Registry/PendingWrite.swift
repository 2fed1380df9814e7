import Postgres
import Store

/// One write, ready to be sent: a `Store.Verb` and the shape of its answer, without the verb's type.
///
/// Made without asking the database (but once a session for the keys of personal data), so that the lines of a session file go out in batches.
public struct PendingWrite {
    let statement: (Session, Request) throws -> Statement
    /// What to print for the answer of the function.
    let output: ([String?]) throws -> Output
    /// The rejection behind an error of the server.
    let explain: (PostgresError) -> any Error
    /// Sends it alone, with the retries that a session allows.
    let perform: (Session, Request) throws -> Output

    /// - Parameter output: shapes the verb's answer; set `made` to the id that it made
    public init<Answer>(_ verb: Verb<Answer>, _ output: @escaping (Answer) throws -> Output) {
        statement = { session, request in try session.statement(verb, request) }
        self.output = { try output(try verb.decode($0)) }
        explain = verb.explain
        perform = { session, request in try output(try session.perform(verb, as: request)) }
    }

    /// - Parameters:
    ///   - refused: makes more of a refusal, with what the database then answers; nothing of the write is left
    ///   - output: shapes the verb's answer; set `made` to the id that it made
    public init<Answer>(
        _ verb: Verb<Answer>,
        refused: @escaping (Session, any Error) throws -> any Error,
        _ output: @escaping (Answer) throws -> Output
    ) {
        let plain = PendingWrite(verb, output)
        statement = plain.statement
        self.output = plain.output
        explain = plain.explain
        perform = { session, request in
            do {
                guard session.connection.status == .inTransaction else { return try plain.perform(session, request) }
                return try session.attempt { try plain.perform($0, request) }
            } catch let rejection as any Rejection {
                throw try refused(session, rejection)
            }
        }
    }
}
