import Foundation
import Postgres
import StoreTesting
import Testing

/// The files that go to banks and come back, by the real binary: in two encodings, whole, and with one thing wrong.
@Suite(.database)
struct BankFileTests {
    let database = TestDatabase.current
    private let folder = "/tmp/zb-bank-\(UUID().uuidString.prefix(8))"

    private func zonectl(_ day: String) -> Zonectl {
        Zonectl(database: database, options: ["--zone", "ETDZ", "--clock", "\(day)T12:00"])
    }

    private func write(_ text: String, _ name: String, gbk: Bool = false) throws -> String {
        let path = folder + "/" + name
        guard gbk else {
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            return path
        }
        let plain = path + ".utf8"
        try text.write(toFile: plain, atomically: false, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["iconv", "-f", "UTF-8", "-t", "GB18030", "-o", path, plain]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return path
    }

    @Test func `a quarter's list goes to a bank and comes back whole, in GBK too`() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let setup = """
            person add --code P1 --name 样例一
            loan open --code A --person P1 --bank BANK --contract HT-A --principal 200000 --months 12 --method interest-only \
            --drawn-on 2024-10-25 --spread 0 --subsidy city=full
            loan open --code B --person P1 --bank BANK --contract HT-B --principal 100000 --months 12 --method interest-only \
            --drawn-on 2024-10-25 --spread 0 --subsidy city=half
            expect ELG62 loan open --code C --person P1 --bank BANK --contract HT-C --principal 1 --months 12 \
            --method interest-only --drawn-on 2024-10-25 --spread 0.6 --cap 0.5
            expect ELG60 loan open --code C --person P1 --bank BANK --contract HT-C --principal 1 --months 0 \
            --method interest-only --drawn-on 2024-10-25 --spread 0
            expect ELG69 loan settle 2024-12-20
            """
        let made = try zonectl("2024-10-26").session(setup)
        try #require(made.status == 0, "\(made.errors)")
        let after = zonectl("2024-12-22")
        #expect(try after("loan", "settle", "2024-12-20").lines == ["2024-12-20\t2\t1227.09"])
        #expect(try after("loan", "settle", "2024-12-20").lines == ["2024-12-20\t0\t0.00"])
        let path = folder + "/list.csv"
        let shown = try after(
            "loan",
            "statement",
            "2024-12-20",
            "--bank",
            "BANK",
            "--to",
            path,
            "--encoding",
            "gb18030"
        )
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(try after("loan", "statement", "2024-12-20", "--to", path).status != 0, "a file that exists stays")
        let octets = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(String(data: octets, encoding: .utf8) == nil)
        let back = "合同编号,期次,应付日,利息,贴息,状态\nHT-A,1,2024-12-20,\"981.67\",981.67,已付\nHT-B,1,2024-12-20,490.83,245.42,逾期\n"
        for (wrong, code) in [
            (back.replacing("490.83", with: "490.84"), "ELG71"), (back.replacing("HT-B", with: "HT-X"), "ELG71"),
            (back + "HT-A,1,2024-12-20,981.67,981.67,已付\n", "ELG71"), (back.replacing("逾期", with: "也许"), "CLI"),
            (back.replacing("490.83", with: "490.833"), "CLI"), (back.replacing("490.83", with: "-490.83"), "CLI"),
        ] {
            let answer = try after("loan", "reply", "2024-12-20", write(wrong, "wrong.csv"), "--bank", "BANK")
            #expect(answer.status == 65 && answer.errors.contains("error[\(code)"), "\(answer.errors)")
        }
        let answer = try after("loan", "reply", "2024-12-20", write(back, "back.csv", gbk: true), "--bank", "BANK")
        #expect(answer.lines == ["BANK\t1\t1"], "\(answer.errors)")
        let again = try after("loan", "reply", "2024-12-20", folder + "/back.csv", "--bank", "BANK")
        #expect(again.lines == ["BANK\t0\t0"], "\(again.errors)")
        let treasury = try after("loan", "statement", "2024-12-20", "--treasury")
        #expect(treasury.text.contains("981.67") && !treasury.text.contains("245.42"))
    }

    @Test func `amounts with three decimals, below zero or beyond all bounds open no loan`() throws {
        let zonectl = zonectl("2024-10-26")
        _ = try zonectl("person", "add", "--code", "P1", "--name", "样例一")
        for (principal, code) in [
            ("0.001", "CLI"), ("-1", "CLI"), ("92233720368547758.08", "CLI"), ("0", "ELG60"),
            ("100000000000.01", "ELG60"),
        ] {
            let answer = try zonectl(
                "loan",
                "open",
                "--person",
                "P1",
                "--bank",
                "B",
                "--contract",
                "H",
                "--principal",
                principal,
                "--months",
                "12",
                "--method",
                "equal-principal",
                "--drawn-on",
                "2024-10-25",
                "--spread",
                "0"
            )
            #expect([64, 65].contains(answer.status) && answer.errors.contains("error[\(code)"), "\(answer.errors)")
        }
        let early = try zonectl(
            "loan",
            "open",
            "--person",
            "P1",
            "--bank",
            "B",
            "--contract",
            "H",
            "--principal",
            "1",
            "--months",
            "12",
            "--method",
            "equal-principal",
            "--drawn-on",
            "2015-10-25",
            "--spread",
            "0"
        )
        #expect(early.status != 0 && early.errors.contains("error["), "\(early.errors)")
    }

    @Test func `an account is refused without being repeated in the message`() throws {
        let zonectl = zonectl("2024-10-26")
        _ = try zonectl("person", "add", "--code", "P1", "--name", "样例一")
        let answer = try zonectl("payee", "set", "P1", "--number", "6222021111017654325", "--bank", "样例银行")
        #expect(answer.status == 65 && !answer.errors.contains("017654325"), "\(answer.errors)")
        let set = try zonectl("payee", "set", "P1", "--number", "6222021111017654322", "--bank", "样例银行")
        #expect(set.lines == ["P1\t6222********4322"], "\(set.errors)")
        #expect(try zonectl("payment", "batch").status == 1)
        let dry = try zonectl("--dry-run", "payee", "reveal", "P1", "--reason", "核对")
        #expect(dry.status != 0 && !dry.text.contains("7654322"))
    }
}
