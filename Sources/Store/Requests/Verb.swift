import Postgres

/// One atomic change: one call of one function in `sql/functions`, and what its answer means.
///
/// A verb does nothing by itself; `Session.perform` sends it alone, `Session.perform(_:)` on a list sends many in one
/// pipeline. Its parameters need no result of an earlier statement.
public struct Verb<Answer: Sendable>: Sendable {
    /// The call, completed with the request that carries it, and with the keys where it carries personal data.
    let statement: @Sendable (Request, () throws -> Keyring) throws -> Statement
    /// The answer's meaning; the function returned its output columns as text.
    public let decode: @Sendable ([String?]) throws -> Answer
    /// The module's rejection behind a server error.
    let refusal: @Sendable (PostgresError) -> (any Rejection)?
    /// Whether the verb locks a row that many others wait for; see `Session.releasing`.
    let isContended: Bool

    public init<Refusal: Rejection>(
        refusedAs: Refusal.Type,
        _ statement: @escaping @Sendable (Request) -> Statement,
        decode: @escaping @Sendable ([String?]) throws -> Answer
    ) {
        self.init(refusedAs: Refusal.self, sealing: { request, _ in statement(request) }, decode: decode)
    }

    /// A verb that carries personal data, which `statement` seals: the keys are asked for only if it calls for them.
    public init<Refusal: Rejection>(
        refusedAs: Refusal.Type,
        sealing statement: @escaping @Sendable (Request, () throws -> Keyring) throws -> Statement,
        decode: @escaping @Sendable ([String?]) throws -> Answer
    ) {
        self.statement = statement
        self.decode = decode
        self.isContended = false
        self.refusal = { error in
            guard let rule = error.constraint else { return nil }
            return Refusal.refusing(rule, facts: error.facts)
        }
    }

    private init(
        statement: @escaping @Sendable (Request, () throws -> Keyring) throws -> Statement,
        decode: @escaping @Sendable ([String?]) throws -> Answer,
        refusal: @escaping @Sendable (PostgresError) -> (any Rejection)?,
        isContended: Bool
    ) {
        self.statement = statement
        self.decode = decode
        self.refusal = refusal
        self.isContended = isContended
    }

    /// The same verb for a row that many others wait for: its lock goes before the disk has answered.
    public var contended: Verb { Verb(statement: statement, decode: decode, refusal: refusal, isContended: true) }

    /// The same change with its answer read in another way.
    public func map<Other: Sendable>(_ transform: @escaping @Sendable (Answer) throws -> Other) -> Verb<Other> {
        Verb<Other>(
            statement: statement,
            decode: { columns in try transform(decode(columns)) },
            refusal: refusal,
            isContended: isContended
        )
    }

    /// The error that a caller should see for a server error: a rejection where a rule said no, else the fault itself.
    public func explain(_ error: PostgresError) -> any Error {
        if let rejection = refusal(error) { return rejection }
        return error.explainedByStore
    }
}

/// The server answered with columns that the verb does not know: the function and the program differ.
public struct AnswerFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let columns: [String?]

    public init(_ columns: [String?]) {
        self.columns = columns
    }

    public var description: String { "unexpected answer of \(columns.count) columns" }
}

extension [String?] {
    /// The text in one column of an answer; a fault when it is missing or NULL.
    public func column(_ position: Int) throws(AnswerFault) -> String {
        guard indices.contains(position), let text = self[position] else { throw AnswerFault(self) }
        return text
    }

    /// The integer in one column of an answer.
    public func integer(_ position: Int) throws(AnswerFault) -> Int {
        guard let value = Int(try column(position)) else { throw AnswerFault(self) }
        return value
    }
}
