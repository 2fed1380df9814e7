import Foundation
import StoreTesting
import Testing

/// The coordinator's scene is played by the real binary, as its user would.
@Suite(.newDatabase)
struct HandoffSceneTests {
    let zonectl = Zonectl(database: TestDatabase.current, options: [])

    private func as_(_ zone: String, _ words: String...) throws -> Zonectl.Answer {
        try zonectl.run(["--zone", zone, "--clock", "2024-11-04T09:00"] + words)
    }

    /// The lines between one echoed command and the next.
    private func answer(to command: String, in text: String) -> [String] {
        let lines = text.split(separator: "\n").map(String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("> " + command) }) else { return [] }
        let answer = lines[(start + 1)...].prefix { !$0.hasPrefix(">") && !$0.hasPrefix("#") }
        // Notes for people have no columns.
        return answer.filter { $0.contains("\t") || answer.count == 1 }
    }

    @Test func `the scene plays to its end, and each of its screens shows what was asked for`() throws {
        let played = try zonectl.run(["--tx=line", "run", "--echo", "deploy/sample/handoff.zctl"])
        try #require(played.status == 0, "\(played.errors)")
        let text = played.text

        let board = answer(to: "project board", in: text).map { $0.split(separator: "\t")[0] }
        #expect(board.count == 30)
        #expect(board.prefix(3) == ["red", "red", "red"] && !board.dropFirst(3).contains("red"))

        #expect(answer(to: "lead register --org 南通样例装备", in: text).first?.hasPrefix("L-2\tsecond\tINNO") == true)
        #expect(answer(to: "lead decide", in: text) == ["XD-1"])

        let impact = answer(to: "handoff impact", in: text).map {
            $0.split(separator: "\t").prefix(2).joined(separator: " ")
        }
        #expect(impact == ["ends INCUBATE", "adds PLANT", "keeps TALENT"])
        #expect(answer(to: "handoff impact", in: text)[1].contains("2024-11-01"))

        #expect(answer(to: "handoff counter", in: text).first?.contains("tax 60:40") == true)
        let accepted = try #require(answer(to: "handoff accept", in: text).first).split(
            separator: "\t",
            omittingEmptySubsequences: false
        )
        #expect(accepted[1] == "accepted" && accepted[4] == "ETDZ" && accepted[5] == "2")
        #expect(accepted[7].contains("tax 60:40") && accepted[8] == "INNO handoff_accepted")
        #expect(accepted[10] == "INNO I2 → ETDZ E2")
        #expect(answer(to: "handoff squads", in: text).count == 6)
        let promises = answer(to: "obligation list --project SENSOR", in: text).map { $0.split(separator: "\t")[4] }
        #expect(promises == ["ETDZ", "ETDZ"])

        // The ranking: nothing of SENSOR before; after, its signing is shared 6:4.
        let after = answer(to: "ranking show --month 2024-10", in: text)
        #expect(after.contains { $0.contains("INNO") && $0.contains("SENSOR") && $0.contains("60.00") }, "\(after)")
        #expect(after.contains { $0.contains("ETDZ") && $0.contains("SENSOR") && $0.contains("40.00") }, "\(after)")

        // One receipt, verified by both; a page to file.
        let receipt = String(accepted[9])
        for zone in ["INNO", "ETDZ"] {
            let verified = try as_(zone, "handoff", "verify", receipt)
            #expect(verified.status == 0 && verified.text.hasPrefix("H-1\tSENSOR\tINNO\tETDZ"), "\(verified.errors)")
            let page = try as_(zone, "handoff", "print", "H-1").text
            #expect(page.contains("\(receipt.prefix(4))-") && page.contains("样例王") && page.contains("样例钱"))
            #expect(
                page.contains("已承接") && page.contains("产业化落地") && !page.contains("<img") && !page.contains("<script")
            )
        }
        #expect(try as_("INNO", "handoff", "verify", String(receipt.reversed())).status != 0)

    }

    @Test func `two people of the joint office settle and correct by their own logins, in one file`() throws {
        let played = try zonectl.run(["--tx=line", "run", "deploy/sample/handoff.zctl"])
        try #require(played.status == 0, "\(played.errors)")
        let more = """
            use --zone ETDZ --clock 2024-11-05T09:00
            handoff land H-1 --milestone registered
            use --as joint_a
            handoff correct H-1 --reason 误承接
            expect HND46 handoff correct H-1 --reason 误承接
            use --as joint_b
            handoff correct H-1 --reason 确认
            use --as - --zone INNO
            project show SENSOR

            """
        let answer = try zonectl.session(more, "--tx=line")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.lines.last?.hasPrefix("SENSOR\t样例传感器\t智能装备\tsigned\tINNO\tINNO") == true, "\(answer.text)")
        let whole = try zonectl.session("use --as joint_a\nlead disputes\n")
        #expect(whole.status == 64 && whole.errors.contains("CLI91"), "\(whole.errors)")
    }
}
