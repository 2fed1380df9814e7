import Testing

/// Gives every test of a suite a database of its own, `TestDatabase.current`.
public struct DatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    public var isRecursive: Bool { true }

    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let database = try TestDatabase.make()
        defer { database.drop() }
        try await TestDatabase.$bound.withValue(database, operation: function)
    }
}

extension Trait where Self == DatabaseTrait {
    public static var database: DatabaseTrait { DatabaseTrait() }
}
