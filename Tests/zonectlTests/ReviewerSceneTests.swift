import Foundation
import Postgres
import StoreTesting
import Testing

/// The reviewer's morning: claims whose every fact comes from registers are approved together, the others one by one, and
/// the budget stops one with its reason; by the real binary.
@Suite(.database)
struct ReviewerSceneTests {
    /// `ZONEBRIDGE_DESK=200` for 187 together and 13 alone; the suite plays a desk of 20.
    private static let desk = ProcessInfo.processInfo.environment["ZONEBRIDGE_DESK"].flatMap { Int($0) } ?? 20
    private static let alone = max(2, desk * 13 / 200)
    private static let together = desk - alone

    private let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)

    private func zonectl(_ login: String = "tester", on day: String) -> Zonectl {
        Zonectl(
            database: TestDatabase.current,
            options: ["--zone", "ETDZ", "--clock", day + "T10:00", "--lang", "zh"],
            login: login == "tester" ? login : login + "_" + suffix
        )
    }

    private func play(_ text: String, as login: String = "tester", on day: String) throws {
        let answer = try zonectl(login, on: day).session(text)
        try #require(answer.status == 0, "\(answer.errors)")
    }

    /// One policy, its budget one claim short, three people of the office, and the claims, received.
    private func prepare() throws {
        try play(
            """
            policy add --code RENT --title-zh 样例补贴 --title-en Sample --authority 样例局 --source 样例 --confidence assumed --zones ETDZ
            policy version RENT --code 2024 --from 2024-01-01
            clause add --policy RENT --version 2024 --code STUDENT --when student --article 第一条 --zh 在校学生 --en student --cure nobody
            benefit add --policy RENT --version 2024 --code GRANT --zh 补贴 --en grant --article 第二条 --amount "1000 yuan" --once-per person --payers city=50,zone=50
            step add --policy RENT --version 2024 --code REVIEW --zh 初审 --actor 街道 --days 3
            step add --policy RENT --version 2024 --code RECHECK --zh 复审 --actor 区 --days 2
            step add --policy RENT --version 2024 --code NOTICE --zh 公示 --actor 区 --days 5
            policy publish RENT 2024
            budget add --policy RENT --year 2024 --layer city --amount \((Self.desk - 1) * 500) --code B-CITY
            budget add --policy RENT --year 2024 --layer zone --amount \(Self.desk * 500) --code B-ZONE
            officer add desk_\(suffix) --name 样例甲
            officer add first_\(suffix) --name 样例乙
            officer add second_\(suffix) --name 样例丙
            role grant desk_\(suffix) officer --in ETDZ
            role grant first_\(suffix) reviewer --in ETDZ
            role grant second_\(suffix) reviewer --in ETDZ

            """,
            on: "2024-10-21"
        )
        var lines: [String] = []
        for number in 1...Self.desk {
            // Those that need a look come last, so that the money is gone when their turn comes.
            let source = number > Self.together ? "承诺书" : "教育部门"
            lines += [
                "person add --code P\(number) --name 样例人",
                "fact set P\(number) student yes --on 2024-10-01 --source \(source)",
                "eligibility decide P\(number) --policy RENT", "claim open --decision @eligibility --code CL-\(number)",
                "claim submit CL-\(number)", "claim receive CL-\(number)",
            ]
        }
        try play(lines.joined(separator: "\n") + "\n", as: "desk", on: "2024-10-21")
    }

    private func decide(_ act: String, as login: String, on day: String) throws -> Zonectl.Answer {
        try zonectl(login, on: day)("--yes", "claim", act, "--batch", "--expect", "\(Self.together)")
    }

    @Test func `most claims are approved together, the others one by one, and the budget stops one with the reason`()
        throws
    {
        try prepare()
        let listed = try zonectl("first", on: "2024-10-22")("claim", "next", "--batch")
        #expect(listed.lines.count == Self.together, "\(listed.errors)")
        let wrong = try zonectl("first", on: "2024-10-22")("--yes", "claim", "review", "--batch", "--expect", "1")
        #expect(wrong.status != 0 && wrong.output.isEmpty)
        #expect(try decide("review", as: "first", on: "2024-10-22").lines.count == Self.together)
        // The first reviewer's desk has only what needs a look, one by one.
        for _ in 0..<Self.alone {
            let next = try zonectl("first", on: "2024-10-22")("claim", "next")
            let cells = try #require(next.lines.first).split(separator: "\t", omittingEmptySubsequences: false)
            #expect(cells[10] == "STUDENT" && cells[9] == "false", "\(next.text)")
            #expect(try zonectl("first", on: "2024-10-22")("--yes", "claim", "review", String(cells[0])).status == 0)
        }
        #expect(try zonectl("first", on: "2024-10-22")("claim", "next").output.isEmpty)
        let rechecked = try decide("recheck", as: "second", on: "2024-10-23")
        #expect(rechecked.status == 0 && rechecked.lines.allSatisfy { $0.contains("\trechecked\t1000.00\t") })
        for number in (Self.together + 1)..<Self.desk {
            #expect(try zonectl("second", on: "2024-10-23")("--yes", "claim", "recheck", "CL-\(number)").status == 0)
        }
        let stopped = try zonectl("second", on: "2024-10-23")("--yes", "claim", "recheck", "CL-\(Self.desk)")
        #expect(stopped.status == 65 && stopped.errors.contains("error[CLM28]: 预算 B-CITY 不足：需要 500.00 元，可用 0.00 元"))
        try finish()
    }

    private func finish() throws {
        #expect(try decide("publish", as: "second", on: "2024-10-23").status == 0)
        let early = try zonectl("second", on: "2024-10-30")("--yes", "claim", "approve", "CL-1")
        #expect(early.status == 65 && early.errors.contains("CLM17"))
        let approved = try decide("approve", as: "second", on: "2024-10-31")
        #expect(approved.status == 0 && approved.lines.allSatisfy { $0.contains("\tapproved\t") }, "\(approved.errors)")
        let own = try zonectl("desk", on: "2024-10-31")("--yes", "claim", "approve", "CL-1")
        #expect(own.status == 77)
        let status = try zonectl("desk", on: "2024-10-31")("claim", "show", "CL-1")
        #expect(status.errors.contains("CL-1：已批准，待拨付，由拨付人办理"), "\(status.errors)")
        let budgets = try zonectl(on: "2024-10-31")("budget", "list")
        #expect(budgets.lines.first?.hasSuffix("\t0.00\t\\N") == true, "\(budgets.text)")
        let dossier = try zonectl("desk", on: "2024-10-31")("claim", "dossier", "CL-1")
        for part in ["申领卷宗 CL-1", "student=yes", "REVIEW", "B-CITY", "500.00", "approve"] {
            #expect(dossier.text.contains(part), "\(part)")
        }
        var english = zonectl("desk", on: "2024-10-31")
        english.options = ["--zone", "ETDZ", "--clock", "2024-10-31T10:00", "--lang", "en"]
        let page = try english("claim", "dossier", "CL-1")
        #expect(page.text.contains("<h2>Reviews and objections</h2>") && page.text.contains("approved, to be paid"))
        let off: Int64? = try TestDatabase.current.connection().value(
            "select count(*) from eligibility.budget_out_of_balance"
        )
        #expect(off == 0)
    }

    @Test(arguments: [
        ("1.234", "CLI"), ("-5", "CLI"), ("99999999999999999999", "CLI"), ("1e6", "CLI"), ("0", "CLM31"),
        ("10000000000000.01", "CLM32"),
    ])
    func `a budget takes yuan with at most two decimals, more than nothing and less than too much`(
        amount: String,
        code: String
    ) throws {
        try play(
            "policy add --code RENT --title-zh 样例补贴 --title-en Sample --authority 样例局 --source 样例 --confidence assumed --zones ETDZ\n",
            on: "2024-10-21"
        )
        let answer = try zonectl(on: "2024-10-21")(
            "budget",
            "add",
            "--policy",
            "RENT",
            "--year",
            "2024",
            "--layer",
            "city",
            "--amount",
            amount
        )
        #expect(answer.status != 0 && answer.errors.contains("error[" + code), "\(answer.errors)")
        #expect(try zonectl(on: "2024-10-21")("budget", "list").output.isEmpty)
    }
}
