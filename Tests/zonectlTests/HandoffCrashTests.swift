import Foundation
import Postgres
import StoreTesting
import Testing

/// A client that is killed between any two lines leaves every project in exactly one place. ZB_CRASH_HANDOFFS for more
/// handoffs (200); the server's own kill is `zonebench crash`.
@Suite(.database)
struct HandoffCrashTests {
    let zonectl = Zonectl(database: TestDatabase.current)

    private func file(_ handoffs: Int) throws -> URL {
        var text = "use --zone ETDZ\n"
        for number in 1...3 { text += "person add --code E\(number) --name 样例\n" }
        for number in 0..<handoffs {
            text += """
                use --zone INNO
                project add --code K-\(number) --name 样例 --industry 装备
                handoff offer --project K-\(number) --to ETDZ --reason 产业化 --code KH-\(number)
                use --zone ETDZ
                squad assign --project K-\(number) --chief E1 --a E2 --b E3
                handoff accept KH-\(number)

                """
        }
        let url = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("zb-crash-\(getpid()).zctl")
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url
    }

    private func start(_ file: URL) throws -> Process {
        let process = Process()
        process.executableURL = Zonectl.binary
        process.arguments = [
            "--dsn",
            "host=\(ThrowawayCluster.shared.folder ?? "/tmp") port=5432 dbname=\(zonectl.database.name) user=tester",
            "--clock", "2024-10-19T12:00", "--zone", "INNO", "--tx=line", "--resume", "run", file.path,
        ]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Projects that are half handed over: custody, state, history, access and receipt must say the same.
    private func halves() throws -> [String] {
        try TestDatabase.current.connection().rows(
            """
            select p.code from handoff.project p join handoff.project_part t on t.project_id = p.id
            join core.zone z on z.id = t.zone_id left join handoff.handoff h on h.part_id = t.id
            where (z.code = 'ETDZ', t.epoch) is distinct from (coalesce(h.state = 'accepted', false),
                    case when h.state = 'accepted' then 2 else 1 end)
                or (h.receipt is not null) is distinct from coalesce(h.state = 'accepted', false)
                or h.version is distinct from (
                    select nullif(count(*), 0)::int from handoff.history y where y.handoff_id = h.id)
                or not exists (select from handoff.project_party y
                    where (y.project_id, y.zone_id) = (p.id, t.zone_id) and y.level = 'custodian')
            """,
            as: String.self
        )
    }

    @Test func `after each kill every project is in one place, and the resumed file ends as if nothing had happened`()
        throws
    {
        let handoffs = ProcessInfo.processInfo.environment["ZB_CRASH_HANDOFFS"].flatMap(Int.init) ?? 20
        let file = try file(handoffs)
        defer { try? FileManager.default.removeItem(at: file) }
        var killed = 0
        for _ in 0..<4 {
            let process = try start(file)
            usleep(UInt32.random(in: 50_000..<600_000))
            if process.isRunning {
                kill(process.processIdentifier, SIGKILL)
                killed += 1
            }
            process.waitUntilExit()
            #expect(try halves() == [])
        }
        let last = try start(file)
        last.waitUntilExit()
        #expect(last.terminationStatus == 0)
        #expect(try halves() == [])
        let done = try TestDatabase.current.connection().value(
            "select count(*) from handoff.handoff where state = 'accepted' and version = 2",
            as: Int64.self
        )
        #expect(done == Int64(handoffs))
        #expect(killed > 0, "nothing was killed: the test shows nothing")
    }
}
