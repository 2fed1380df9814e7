import Postgres

/// What logins tried and were not permitted to do.
public enum AttemptStore {
    /// Keeps that a command was refused to this login; `code` is the refusal's.
    public static func deny(noun: String, verb: String, code: String) -> Verb<Void> {
        Verb(
            refusedAs: CoreRejection.self,
            { request in "select core.deny_attempt(\(request), \(noun), \(verb), \(code))" },
            decode: { _ in }
        )
    }
}
