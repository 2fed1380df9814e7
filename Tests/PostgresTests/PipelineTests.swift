import Testing

@testable import Postgres

struct PipelineTests {
    @Test func `fifty thousand statements with long answers do not deadlock, and answer in order`() throws {
        let connection = try connect()
        connection.timeout = .seconds(120)
        // Longer than the buffers of both sides in both directions.
        let padding = String(repeating: "样", count: 60)
        let statements = (0..<50_000).map { "select \($0), repeat(\(padding), 3)" as Statement }
        let answers = try connection.pipeline(statements)
        #expect(answers.count == 50_000)
        var misplaced = 0
        for (index, answer) in answers.enumerated() where try answer.get().decode(0, as: (Int, String).self).0 != index
        {
            misplaced += 1
        }
        #expect(misplaced == 0)
        #expect(connection.status == .idle)
    }

    @Test func `an error in the middle fails the rest, undoes the whole, and leaves the connection usable`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int primary key)")
        let inserts = [1, 2, 1, 3, 4].map { "insert into t values (\($0))" as Statement }
        let answers = try connection.pipeline(inserts)
        #expect(answers.map { failure($0.get)?.kind } == [nil, nil, .server, .pipelineAborted, .pipelineAborted])
        #expect(failure(answers[2].get)?.sqlState?.rawValue == "23505")
        #expect(failure(answers[2].get)?.constraint == "t_pkey")
        #expect(connection.status == .idle)
        #expect(try connection.value("select count(*) from t", as: Int.self) == 0)
        #expect(try connection.pipeline(inserts.dropLast(3)).allSatisfy { try $0.get().affected == 1 })
    }

    @Test func `each statement of a sequence is its own transaction, and a failure leaves the others alone`()
        throws
    {
        let connection = try connect()
        try connection.execute("create temp table t (x int primary key)")
        let answers = try connection.sequence([1, 1, 2].map { "insert into t values (\($0))" as Statement })
        #expect(answers.map { failure($0.get)?.sqlState?.rawValue } == [nil, "23505", nil])
        #expect(connection.status == .idle)
        #expect(try connection.value("select count(*) from t", as: Int.self) == 2)
        let local = try connection.sequence(["select set_config('work_mem', '1MB', true)", "show work_mem"])
        #expect(try local[1].get().decode(0, as: String.self) != "1MB")
    }

    @Test func `an error in the middle of a transaction fails the transaction`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int primary key)")
        let refused = failure {
            try connection.transaction { connection in
                _ = try connection.pipeline(["insert into t values (1)", "insert into t values (1)"])
                #expect(connection.status == .inFailedTransaction)
            }
        }
        #expect(refused?.kind == .commitRefused)
        #expect(try connection.value("select count(*) from t", as: Int.self) == 0)
    }

    @Test func `a statement that cannot be prepared is an error before any is sent`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int)")
        let refused = failure {
            try connection.pipeline(["insert into t values (1)", "insert into nowhere values (1)"])
        }
        #expect(refused?.sqlState?.rawValue == "42P01")
        #expect(try connection.value("select count(*) from t", as: Int.self) == 0)
    }

    @Test func `an empty pipeline is none`() throws {
        #expect(try connect().pipeline([]).isEmpty)
    }

    @Test func `a server that goes in the middle leaves the outcome unknown outside a transaction only`() throws {
        for inside in [false, true] {
            let wire = try CutWire()
            let connection = try Connection(parameters(["host": wire.folder]))
            let statements: [Statement] = ["select \(1)", "select \(2)"]
            _ = try connection.pipeline(statements)
            if inside { try connection.execute("begin") }
            wire.loseAnswers()
            #expect(failure { try connection.pipeline(statements) }?.kind == (inside ? .connection : .outcomeUnknown))
            #expect(failure { try connection.execute("select 1") }?.kind == .connection)
        }
    }
}
