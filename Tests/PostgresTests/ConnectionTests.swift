import Glibc
import StoreTesting
import Testing

@testable import Postgres

struct ConnectionTests {
    private var server: ConnectionParameters { parameters() }

    @Test func `of several hosts the first that answers is taken`() throws {
        let host = try #require(server["host"])
        let connection = try connect(["host": "/nonexistent,\(host)", "port": "5432,5432"])
        #expect(try connection.value("select 1", as: Int.self) == 1)
        let readable = try connect(["host": "/nonexistent,\(host)", "target_session_attrs": "read-write"])
        #expect(try readable.value("select pg_is_in_recovery()", as: Bool.self) == false)
    }

    @Test func `a server of the wrong kind is passed over`() throws {
        let refused = failure { try connect(["target_session_attrs": "standby"]) }
        #expect(refused?.kind == .connection)
        #expect(refused?.message.contains("standby") == true)
    }

    @Test func `a connection string, a URI and keywords say the same`() throws {
        let host = try #require(server["host"])
        let user = try #require(server["user"])
        let uri =
            "postgresql://\(user)@/postgres?host=\(host.split(separator: "/").map { "%2F\($0)" }.joined())&port=5432"
        for conninfo in ["host=\(host) port=5432 user=\(user) dbname=postgres", uri] {
            let connection = try Connection(ConnectionParameters(conninfo: conninfo))
            #expect(connection.user == user && connection.database == "postgres")
        }
        let overridden = ConnectionParameters(conninfo: "host=/nonexistent user=\(user) dbname=x").setting(
            "host",
            to: host
        )
        .setting("dbname", to: "postgres")
        #expect(try Connection(overridden).database == "postgres")
        #expect(ConnectionParameters(conninfo: "host=a options='-c x=1'")["options"] == "-c x=1")
        #expect(ConnectionParameters(conninfo: uri)["user"] == user)
        #expect(ConnectionParameters(conninfo: "zonebridge")["user"] == nil)
    }

    @Test func `text is UTF-8 whatever the connection string says`() throws {
        let connection = try connect(["client_encoding": "GBK"])
        #expect(connection.reportedSetting("client_encoding") == "UTF8")
        #expect(try connection.value("select '样例'::text", as: String.self) == "样例")
    }

    @Test func `nobody there, an unknown login and an unknown database are errors of the connection`() throws {
        #expect(failure { try connect(["host": "/nonexistent"]) }?.kind == .connection)
        #expect(
            failure { try connect(["user": "nobody_of_that_name"]) }?.message.contains("nobody_of_that_name") == true
        )
        #expect(failure { try connect(["dbname": "no_such_database"]) }?.kind == .connection)
        #expect(failure { try connect(["no_such_keyword": "x"]) }?.kind == .connection)
    }

    @Test func `a server that never answers ends at connect_timeout`() throws {
        let listener = try SilentServer()
        let start = ContinuousClock.now
        let refused = failure { try connect(["host": listener.folder, "connect_timeout": "2"]) }
        #expect(refused?.kind == .connection)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func `notices reach the handler, and nothing is printed`() throws {
        let connection = try connect()
        var notices: [String] = []
        connection.noticeHandler = { notices.append($0) }
        try connection.script("do $$ begin raise notice 'one'; raise warning '样例'; raise debug 'no'; end $$")
        try connection.execute("drop table if exists no_such_table")
        #expect(notices.prefix(2) == ["one", "样例"])
        #expect(notices.count == 3)
    }

    @Test func `the server tells its version, login and settings`() throws {
        let connection = try connect()
        #expect(connection.serverVersion >= 150000)
        #expect(connection.user == "zb_super")
        #expect(connection.reportedSetting("server_encoding") == "UTF8")
        #expect(try connection.value("select pg_backend_pid()", as: Int32.self) == connection.backendProcessID)
        #expect(connection.status == .idle)
        try connection.execute("begin")
        #expect(connection.status == .inTransaction)
        _ = try? connection.execute("select 1 / 0")
        #expect(connection.status == .inFailedTransaction)
    }

    @Test func `connections that fail and connections that end leave no descriptor open`() throws {
        func opened() throws -> Int {
            // Other tests open and close their own: only growth by hundreds means anything.
            var count = 0
            for descriptor in 0..<4096 where fcntl(Int32(descriptor), F_GETFD) >= 0 { count += 1 }
            return count
        }
        let before = try opened()
        for _ in 0..<300 { _ = try? connect(["user": "nobody_of_that_name"]) }
        for _ in 0..<100 { _ = try connect() }
        #expect(try opened() < before + 200)
    }
}

/// A socket that takes connections and says nothing.
private final class SilentServer {
    let folder: String
    private let listener: Int32

    init() throws {
        var template = Array("/tmp/zb-silent-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CutWire.Fault("mkdtemp") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard CutWire.withAddress("\(folder)/.s.PGSQL.5432", { bind(listener, $0, $1) }) == 0, listen(listener, 4) == 0
        else { throw CutWire.Fault("listen") }
    }

    deinit {
        close(listener)
        unlink("\(folder)/.s.PGSQL.5432")
        rmdir(folder)
    }
}
