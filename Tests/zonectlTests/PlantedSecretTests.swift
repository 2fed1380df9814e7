import Foundation
import Postgres
import StoreTesting
import Testing
import Zones

@testable import Store

/// Plants an ID number, a phone, a bank account and keys, works with them as an office does, on a server that logs all it
/// can, and then looks for them wherever they must not be.
struct PlantedSecretTests {
    private static let idNumber = SampleIdentities.residentID(77).number
    private static let phone = "13987654321"
    private static let account = "6222021111017654322"
    /// Planted where it may be seen: a search that does not find it is blind.
    private static let control = "ControlMark4711"

    private let home = "/tmp/zb-plant-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    private var cluster: PrivateCluster { PrivateCluster(ClusterLayout(home: home)) }

    @Test func `numbers, accounts and keys are in no dump, data, WAL, log, statistics, event or export`() throws {
        defer {
            try? cluster.stop()
            try? FileManager.default.removeItem(atPath: home)
        }
        try makeTalkativeServer()
        let keys = try plant()
        try useWithTheProgram()
        let superuser = try Connection(cluster.parameters(database: .sampleDatabase, user: "zb_super"))
        try superuser.execute("checkpoint")
        try writeCopies(superuser)
        try cluster.stop()

        let secrets = [Self.idNumber, Self.phone, Self.account].map { Array($0.utf8) } + keys
        // Each as it is, and as the hexadecimal digits that bytea is printed in.
        let patterns = secrets.flatMap { [$0, Array(Bytes($0).hexadecimal.utf8)] }
        let places = ["data", "server.log", "copies"]
        for place in places {
            #expect(try files(with: patterns, in: place) == [], "\(place)")
            #expect(try files(with: [Array(Self.control.utf8)], in: place) != [], "the search of \(place) is blind")
        }
        // Every copy is a place of its own.
        let copies = try FileManager.default.contentsOfDirectory(atPath: home + "/copies")
        #expect(copies.count == 7)
        for copy in copies where copy != "people.bak" {
            #expect(try files(with: [Array(Self.control.utf8)], in: "copies/\(copy)") != [], "\(copy) is blind")
        }
        #expect(try files(with: [keys[0]].map { Array(Bytes($0).hexadecimal.utf8) }, in: "keys") != [])
    }

    /// A private cluster whose server writes down every statement with its parameters.
    private func makeTalkativeServer() throws {
        try zonectl("db", "init")
        try zonectl("db", "stop")
        let path = cluster.layout.data + "/postgresql.auto.conf"
        let settings = """

            shared_preload_libraries = 'pg_stat_statements'
            log_statement = all
            log_min_messages = debug1
            log_parameter_max_length = -1
            log_parameter_max_length_on_error = -1
            log_duration = on

            """
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(settings.utf8))
        try file.close()
        try zonectl("db", "start")
        let superuser = try Connection(cluster.parameters(database: .sampleDatabase, user: "zb_super"))
        try superuser.script("create extension pg_stat_statements; select 1 as \"ControlMark4711\"")
    }

    /// People and an account by a session file, an import and a correction. Answers the keys.
    private func plant() throws -> [[UInt8]] {
        let lines = """
            zone add ETDZ --name-zh 样例区 --name-en Sample
            use --zone ETDZ
            person add --code P1 --name 样例一 --id-number \(Self.idNumber) --phone \(Self.phone) --post \(Self.control)
            person add --code P2 --name 样例二
            person correct P2 --reason 补录 --phone \(Self.phone)
            payee set P1 --number \(Self.account) --bank 样例银行
            """
        let file = home + "/lines.zctl"
        try lines.write(toFile: file, atomically: false, encoding: .utf8)
        try zonectl("run", file)
        try FileManager.default.removeItem(atPath: file)
        let sheet = home + "/sheet.csv"
        try "姓名,身份证号,手机号\n样例三,\(SampleIdentities.residentID(78).number),\(Self.phone)\n"
            .write(toFile: sheet, atomically: false, encoding: .utf8)
        try zonectl("--zone", "ETDZ", "person", "import", sheet)
        try FileManager.default.removeItem(atPath: sheet)

        let session = try DatabaseChoice.privateCluster(cluster, sample: true).open(zone: ZoneCode("ETDZ")) { _ in }
        let ring = try session.keyring()
        let superuser = try Connection(cluster.parameters(database: .sampleDatabase, user: "zb_super"))
        let row = try superuser.row(
            """
            select y.ref, y.number, k.wrapped from eligibility.payee y join core.person_key k on k.ref = y.ref
            """,
            as: (UUID128, Bytes, Bytes).self
        )
        let payee = try #require(row)
        let key = try ring.dataKey(payee.0, wrapped: payee.2)
        #expect(try key.open(payee.1, in: "eligibility.payee.number") == Self.account)
        let keySet = try cluster.layout.keys.read()
        let root = try #require(keySet.root)
        let masters: [SecretKey] = [keySet.index, root] + keySet.keys(of: try ZoneCode("ETDZ"))
        return masters.map { $0.octets } + [key.key.withUnsafeBytes { Array($0) }]
    }

    private func useWithTheProgram() throws {
        let found = try zonectl("--zone", "ETDZ", "person", "find", "--id-number", Self.idNumber)
        #expect(found.contains("P1") && !found.contains(Self.idNumber))
        let shown = try zonectl("--zone", "ETDZ", "person", "reveal", "P1", "--reason", "核对")
        #expect(shown.contains(Self.idNumber) && shown.contains(Self.phone))
        let accounts = try zonectl("--zone", "ETDZ", "payee", "list")
        #expect(accounts.contains("6222********4322") && !accounts.contains(Self.account))
        let revealed = try zonectl("--zone", "ETDZ", "payee", "reveal", "P1", "--reason", "核对")
        #expect(revealed.contains(Self.account))
        try zonectl("--zone", "ETDZ", "key", "rotate")
        // A refusal, whose parameters the server's log would show.
        let again = launch(
            ["--sample", "--zone", "ETDZ", "person", "add", "--name", "样例四", "--id-number", Self.idNumber]
        )
        #expect(again.status == 65)
    }

    /// Dumps with and without the person keys, statistics, events and exports, each as a file.
    private func writeCopies(_ superuser: Connection) throws {
        try FileManager.default.createDirectory(atPath: home + "/copies", withIntermediateDirectories: false)
        func write(_ text: String, _ name: String) throws {
            try text.write(toFile: "\(home)/copies/\(name)", atomically: false, encoding: .utf8)
        }
        let dump = ["pg_dump", "-h", cluster.layout.socketFolder, "-U", "zb_super", "zonebridge_sample"]
        let whole = cluster.runAsServer(dump)
        #expect(whole.status == 0)
        try write(whole.output, "whole.sql")
        let ordinary = cluster.runAsServer(dump + ["--exclude-table-data=core.person_key"])
        let key = try superuser.value("select encode(wrapped, 'hex') from core.person_key limit 1", as: String.self)
        let wrapped = try #require(key)
        #expect(whole.output.contains(wrapped) && !ordinary.output.contains(wrapped))
        try write(ordinary.output, "ordinary.sql")
        let statements = try superuser.rows("select query from public.pg_stat_statements", as: String.self)
        try write(statements.joined(separator: "\n"), "statements.txt")
        let events = try superuser.rows("select e::text from core.event e", as: String.self)
        let requests = try superuser.rows("select r::text from core.request r", as: String.self)
        try write((events + requests + [Self.control]).joined(separator: "\n"), "events.txt")
        try write(zonectl("--zone", "ETDZ", "--csv", "person", "list"), "people.csv")
        try write(zonectl("--zone", "ETDZ", "--json", "person", "show", "P1"), "person.json")
        try zonectl("--zone", "ETDZ", "key", "export", home + "/copies/people.bak", "--part", "people")
    }

    /// The files below a place in which a pattern occurs.
    private func files(with patterns: [[UInt8]], in place: String) throws -> [String] {
        let expression = patterns.map { $0.map { "\\x" + Bytes([$0]).hexadecimal }.joined() }.joined(separator: "|")
        let result = ChildProcess.run(["grep", "-rlaP", expression, "\(home)/\(place)"])
        try #require(result.status < 2, "\(result.output)")
        return result.output.split(separator: "\n").map(String.init)
    }

    @discardableResult
    private func zonectl(_ arguments: String...) throws -> String {
        let answer = launch(["--sample"] + arguments)
        try #require(answer.status == 0, "\(arguments): \(answer.output)")
        return answer.output
    }

    /// Not by Foundation, whose way of waiting waits for the server that `db init` leaves behind, too.
    private func launch(_ arguments: [String]) -> ChildProcess.Result {
        ChildProcess.run(["env", "ZONECTL_HOME=\(home)", Zonectl.binary.path] + arguments)
    }
}
