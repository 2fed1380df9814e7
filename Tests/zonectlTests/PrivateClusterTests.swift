import Foundation
import Testing

/// The default that just runs: a server of one's own, made at the first command.
@Suite(.serialized)
struct PrivateClusterTests {
    /// This process's own user, and an ordinary one where the tests may become one.
    static let users: [String?] = geteuid() == 0 ? [nil, "nobody"] : [nil]

    @Test(arguments: users)
    func `six first commands at once make one server, and each is answered`(user: String?) throws {
        let home = try PrivateHome(as: user)
        let outputs = (0..<6).map { home.folder + "/out-\($0)" }
        let processes = try outputs.map { try home.start("whoami", output: $0) }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0, 0, 0])
        for output in outputs { #expect(try !String(contentsOfFile: output, encoding: .utf8).isEmpty) }
        let status = try home.run("db", "status")
        #expect(status.status == 0 && status.text.contains("state\trunning"))
    }

    @Test(arguments: users.suffix(1))
    func `it stops, says so, and starts again by itself with everything in it`(user: String?) throws {
        let home = try PrivateHome(as: user)
        #expect(try home.run("db", "status").text.contains("state\tabsent"))
        #expect(try home.run("db", "stop").status == 0)
        #expect(try home.run("zone", "add", "INNO", "--name-zh", "样例创新区", "--name-en", "Inno").status == 0)
        #expect(try home.run("db", "stop").text == "stopped\n")
        let stopped = try home.run("db", "status")
        #expect(stopped.status == 1 && stopped.text.contains("state\tstopped"))
        let again = try home.run("zone", "list")
        #expect(again.status == 0 && again.text.hasPrefix("INNO\t"))
        #expect(again.errors == "starting the private server\n")
        #expect(try home.run("zone", "list").errors == "")
    }

    @Test func `the sample database is made anew and the user's own is left alone`() throws {
        let home = try PrivateHome()
        #expect(try home.run("zone", "add", "MINE", "--name-zh", "样例一区", "--name-en", "Mine").status == 0)
        for _ in 0..<2 {
            #expect(try home.run("--sample", "db", "init").status == 0)
            #expect(try home.run("--sample", "zone", "list").text == "")
            #expect(try home.run("--sample", "zone", "add", "S1", "--name-zh", "样例二区", "--name-en", "S").status == 0)
        }
        #expect(try home.run("zone", "list").text.hasPrefix("MINE\t"))
        #expect(try home.run("db", "init").status == 0)
        #expect(try home.run("zone", "list").text.hasPrefix("MINE\t"))
        try expectSound(try home.run("--json", "doctor"))
    }

    /// What the doctor says of a cluster that the program made.
    private func expectSound(_ answer: Zonectl.Answer) throws {
        let checks = try answer.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        for name in [
            "server_version", "fsync", "synchronous_commit", "checksums", "time_zone", "encoding", "schema", "zones",
        ] {
            #expect(checks.first { $0["check"] as? String == name }?["ok"] as? Bool == true, "\(name)")
        }
    }

    @Test func `what an interrupted first use leaves is made again`() throws {
        let home = try PrivateHome()
        // A first use that was killed before the cluster was complete.
        _ = try home.run("db", "status")
        try FileManager.default.createDirectory(atPath: home.home + "/data.new", withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: home.home + "/data.new/PG_VERSION", contents: Data("15\n".utf8))
        #expect(try home.run("whoami").status == 0)
        #expect(!FileManager.default.fileExists(atPath: home.home + "/data.new"))
        // One that was killed over the database.
        let output = home.folder + "/out"
        for delay in [200_000, 600_000] as [UInt32] {
            let process = try home.start("--sample", "db", "init", output: output)
            usleep(delay)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let answer = try home.run("--sample", "whoami")
            #expect(answer.status == 0, "\(answer.errors)")
        }
    }

    @Test func `after a server that was killed in the middle of a file every acknowledged line is there once`() throws {
        let home = try PrivateHome()
        #expect(try home.run("zone", "add", "INNO", "--name-zh", "样例创新区", "--name-en", "Inno").status == 0)
        let count = 1500
        let file = home.folder + "/people.zctl"
        try (1...count).map { "person add --code K\($0) --name 样例\n" }.joined()
            .write(toFile: file, atomically: true, encoding: .utf8)
        let output = home.folder + "/out"
        let process = try home.start("--tx=line", "run", file, output: output)
        func acknowledged() throws -> [Substring] {
            try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
        }
        for _ in 0..<2000 where try acknowledged().count < 100 { usleep(5_000) }
        kill(try #require(home.server), SIGKILL)
        process.waitUntilExit()
        let before = try acknowledged()
        #expect(before.count >= 100 && before.count < count)
        #expect([69, 75].contains(process.terminationStatus))
        let rest = try home.run("--tx=line", "--resume", "run", file)
        #expect(rest.status == 0, "\(rest.errors)")
        let people = try home.run("person", "list", "--limit", "5000").lines.map { $0.split(separator: "\t")[0] }
        #expect(people.count == count && Set(people).count == count)
        #expect(Set(people).isSuperset(of: before))
    }

    @Test func `a folder that somebody else owns is refused by name`() throws {
        guard geteuid() == 0 else { return }
        let home = try PrivateHome(as: "nobody")
        try FileManager.default.createDirectory(atPath: home.home, withIntermediateDirectories: false)
        let answer = try home.run("whoami")
        #expect(answer.status == 78, "\(answer.errors)")
        #expect(answer.errors.contains(home.home))
    }
}
