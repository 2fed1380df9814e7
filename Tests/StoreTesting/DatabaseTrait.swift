import Testing

/// Gives every test of a suite a database of its own, `TestDatabase.current`.
public struct DatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    /// What the database holds when the test begins.
    enum Content {
        /// The template's zones, facts and logins.
        case template
        /// Nothing but what the setup of a sample database leaves.
        case setup
    }

    let content: Content
    public var isRecursive: Bool { true }

    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let database = try TestDatabase.make(content)
        defer { database.drop() }
        try await TestDatabase.$bound.withValue(database, operation: function)
    }
}

extension Trait where Self == DatabaseTrait {
    /// A clone of the template.
    public static var database: DatabaseTrait { DatabaseTrait(content: .template) }
    /// A sample database as `db init` leaves it: no zone, the login `tester` as its administrator.
    public static var newDatabase: DatabaseTrait { DatabaseTrait(content: .setup) }
}
