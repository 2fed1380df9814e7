import Foundation
import Postgres
import StoreTesting
import Testing

@testable import Store

@Suite(.database)
struct CheckupTests {
    private func findings(backups: String? = nil) throws -> [Checkup.Check: Checkup.Finding] {
        let session = try TestDatabase.current.session()
        return Dictionary(
            uniqueKeysWithValues: Checkup.run(session, cluster: nil, backups: backups).map { ($0.check, $0) }
        )
    }

    @Test func `what a throw-away server lacks is found, and what it has is healthy`() throws {
        let found = try findings()
        #expect(found[.fsync]?.isHealthy == false && found[.fsync]?.value == "off")
        #expect(found[.synchronousCommit]?.isHealthy == false)
        #expect(found[.fullPageWrites]?.isHealthy == false)
        #expect(found[.seal]?.isHealthy == false, "never sealed")
        for check in [
            Checkup.Check.serverVersion, .timeZone, .encoding, .schema, .zones, .calendar, .functions, .clock,
            .binaries,
            .connections, .sequences,
        ] { #expect(found[check]?.isHealthy == true, "\(check): \(found[check]?.value ?? "-")") }
        #expect(found[.backup] == nil && found[.standby] == nil, "nobody said where backups are, no standby is wanted")
    }

    @Test func `a seal that was just made is healthy`() throws {
        _ = try TestDatabase.current.connection().execute(
            """
            insert into core.seal (at, digest, cut, subjects, events)
            values (\(TestDatabase.noon), sha256(''), pg_current_xact_id(), 0, 0)
            """
        )
        #expect(try findings()[.seal]?.isHealthy == true)
    }

    @Test func `a server that refuses a question is examined all the same`() throws {
        _ = try TestDatabase.current.connection().execute("drop table core.seal cascade")
        let found = try findings()
        #expect(found[.seal]?.isHealthy == false && found[.seal]?.value == "42P01")
        #expect(found[.schema]?.isHealthy == true && found[.clock]?.isHealthy == true)
    }

    @Test func `a server whose programs were upgraded must restart`() throws {
        let session = try TestDatabase.current.session()
        let state = try ServerState.read(session)
        #expect(state.installedVersion == state.version)
        let before = ServerState(
            version: "15.1",
            schema: state.schema,
            connections: 1,
            connectionLimit: 100,
            databaseSize: 1,
            dataFolder: nil,
            isLocal: true,
            wantsStandby: false,
            standbys: nil,
            archivedAt: nil,
            isArchiveFailing: false,
            sequenceUse: nil,
            clock: state.clock,
            sealedAt: nil
        )
        #expect(before.installedVersion != nil && before.installedVersion != before.version)
    }

    @Test func `backups and drills are as old as they say, and drafts do not count`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(BackupAge(folder: folder) == nil)
        #expect(try findings(backups: folder)[.backup]?.isHealthy == false)
        for (id, ended) in [
            ("a", "2024-10-17T10:00:00+08:00"), ("b", "2024-10-18T10:00:00+08:00"),
            ("c.part", "2024-10-19T10:00:00+08:00"),
        ] {
            try FileManager.default.createDirectory(atPath: "\(folder)/base/\(id)", withIntermediateDirectories: true)
            try Data("zonebridge-backup 1\nid \(id)\nended \(ended)\n".utf8)
                .write(to: URL(fileURLWithPath: "\(folder)/base/\(id)/record"))
        }
        try Data("2024-06-01T10:00:00+08:00\n".utf8).write(to: URL(fileURLWithPath: folder + "/drill"))
        let age = try #require(BackupAge(folder: folder))
        #expect(age.count == 2 && age.endedAt.map { "\($0.day)" } == "2024-10-18")
        let found = try findings(backups: folder)
        #expect(found[.backup]?.isHealthy == true)
        #expect(found[.drill]?.isHealthy == false, "older than a hundred days")
    }

    @Test func `room on a disk is told in octets`() {
        let room = DiskRoom("/")
        #expect(room.map { $0.total > $0.free && $0.free >= 0 } == true)
        #expect(DiskRoom("/nonexistent") == nil)
    }
}
