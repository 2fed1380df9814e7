import Foundation
import StoreTesting
import Testing

/// What founders and officers ask, through the real binary.
@Suite(.database)
struct EligibilityCommandTests {
    private let scene = EligibilityScene()
    private var zonectl: Zonectl { scene.zonectl }

    @Test func `check answers clause by clause, and its exit code says yes, no or undecided`() throws {
        try scene.prepare()
        let yes = try zonectl("eligibility", "check", "YES", "--policy", "P")
        #expect(yes.status == 0, "\(yes.errors)")
        #expect(yes.lines[0].hasPrefix("P\tverdict\t1\tyes\t2000.00\t"))
        #expect(yes.lines[0].contains("\t2024-09-15\t2024-12-31\t73\t"), "\(yes.text)")
        #expect(yes.text.contains("student yes (学籍证明)") && yes.text.contains("第一条"))
        let later = try zonectl("eligibility", "check", "LATER", "--policy", "P")
        #expect(later.status == 1)
        #expect(later.lines[0].contains("\t2024-10-25\t2024-12-31\t"), "the window to come is told with a no")
        #expect(
            later.lines.contains {
                $0.contains("HALF-YEAR\tno") && $0.contains("2024-10-25") && $0.contains("\ttime\t")
            }
        )
        let open = try zonectl("eligibility", "check", "OPEN", "--policy", "P")
        #expect(open.status == 3)
        #expect(open.lines.filter { $0.contains("\tmissing\t") }.map { $0.split(separator: "\t")[2] } == ["student"])
        #expect(try zonectl("eligibility", "check", "NO", "--policy", "P").status == 1)
        #expect(try zonectl("eligibility", "check", "NO").status == 0, "without a named policy there is no predicate")
        #expect(try zonectl("eligibility", "check", "NOBODY", "--policy", "P").status == 65)
        #expect(try zonectl("eligibility", "check", "YES", "--policy", "P", "--as-of", "2025-01-01").status == 1)
    }

    @Test func `known-at leaves out what was put on record later`() throws {
        try scene.prepare()
        var later = zonectl
        later.options = ["--zone", "INNO", "--clock", "2024-10-20T12:00"]
        #expect(try later("fact", "set", "YES", "student", "no", "--on", "2024-10-05").status == 0)
        let now = try later("eligibility", "check", "YES", "--policy", "P", "--as-of", "2024-10-19")
        #expect(now.status == 1)
        let then = try later(
            "eligibility",
            "check",
            "YES",
            "--policy",
            "P",
            "--as-of",
            "2024-10-19",
            "--known-at",
            "2024-10-19T23:59"
        )
        #expect(then.status == 0, "\(then.text)")
        let facts = try later("fact", "list", "YES", "--known-at", "2024-10-19T23:59").lines
        #expect(facts.contains { $0.hasPrefix("student\t") && $0.contains("\tyes\t") })
        let before = try later("fact", "list", "YES", "--as-of", "2024-09-30").lines
        #expect(!before.contains { $0.hasPrefix("student\t") })
    }

    @Test func `a decision is kept, replays the same, and is refused for a policy that is not here`() throws {
        try scene.prepare()
        let made = try zonectl("eligibility", "decide", "YES", "--policy", "P")
        let cells = made.text.split(separator: "\t").map(String.init)
        #expect(made.status == 0 && cells[1...3] == ["yes", "2000.00", "1"], "\(made.text)\(made.errors)")
        try scene.play("fact set YES student no --on 2024-10-02\n")
        let replay = try zonectl("eligibility", "replay", cells[0])
        #expect(replay.status == 0 && replay.text.contains("\tyes\ttrue\t"), "\(replay.text)")
        #expect(try zonectl("eligibility", "decide", "YES", "--policy", "NONE").status == 65)
        #expect(try zonectl("eligibility", "replay", "DE-2024-999999").status == 65)
    }

    @Test func `sweep, upcoming and near-misses agree with check`() throws {
        try scene.prepare()
        #expect(try zonectl("eligibility", "sweep").lines == ["P\t1\t2\t1"])
        #expect(try zonectl("eligibility", "upcoming", "--days", "7").lines == ["2024-10-25\tP\tLATER\t样例二\tbegins"])
        let all = try zonectl("eligibility", "upcoming", "--days", "90").lines
        #expect(all.map { $0.split(separator: "\t").last } == ["begins", "ends", "ends"])
        let near = try zonectl("eligibility", "near-misses").lines
        #expect(near.map { $0.split(separator: "\t")[4] } == ["NO", "LATER"])
        #expect(near[1].hasPrefix("P\tHALF-YEAR\t登记满6个月\ttime\tLATER\t样例二\t2024-10-25"))
        #expect(try zonectl("eligibility", "near-misses", "--policy", "NONE").lines == [])
        #expect(try zonectl("--dry-run", "eligibility", "sweep", "--as-of", "2025-06-01").status == 0)
        #expect(try zonectl("eligibility", "near-misses").lines == near, "a dry run leaves the outlook")
    }

    @Test func `the interview asks only what can change the answer and takes don't know`() throws {
        try scene.prepare()
        let events = try zonectl("event", "list").lines.count
        let no = try zonectl("--lang", "en", "eligibility", "ask", "--policy", "P", input: Data("no\n".utf8))
        #expect(no.status == 0 && no.errors.contains("enrolled student?") && !no.errors.contains("registered on?"))
        #expect(no.lines[0].contains("not eligible"), "\(no.text)")
        let answers = Data("perhaps\nyes\n\n".utf8)
        let unknown = try zonectl("--lang", "en", "eligibility", "ask", "--policy", "P", input: answers)
        #expect(unknown.lines[0].contains("undecided"), "\(unknown.text)")
        #expect(unknown.errors.contains("perhaps"), "what is no answer is told, and the question stands")
        #expect(try zonectl("event", "list").lines.count == events, "nothing is stored")
    }

    @Test func `card and letter say the answer in the reader's language`() throws {
        try scene.prepare()
        let card = try zonectl("--lang", "zh", "eligibility", "card", "LATER").lines
        #expect(
            card.count <= 25 && card.contains { $0.contains("不能享受") } && card.contains { $0.contains("2024-10-25") }
        )
        let letter = try zonectl("--lang", "zh", "eligibility", "letter", "YES").text
        #expect(letter.contains("样例政策：可以享受") && letter.contains("补贴 2000.00 元") && letter.contains("在校学生"))
        let page = try zonectl("--lang", "en", "eligibility", "letter", "NO", "--html").text
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("lang=\"en\"") && page.contains("</html>"))
        #expect(page.contains("an enrolled student") && page.contains("not eligible") && !page.contains("在校学生"))
        #expect(try zonectl("eligibility", "letter", "NO", "--policy", "NONE").status == 65)
    }

    @Test func `the best combination names what is left out and why`() throws {
        try scene.prepare()
        let other = """
            policy add --code Q --title-zh 另一政策 --title-en Other --authority 样例局 --source 样例 --confidence A --zones INNO
            policy version Q --code 1 --from 2024-01-01
            clause add --policy Q --version 1 --code STUDENT --when student --article 第一条 --zh 在校学生 --cure nobody
            benefit add --policy Q --version 1 --code GRANT --zh 补贴 --article 第二条 --amount "1500 yuan"
            exclusion add --policy Q --version 1 --with P --mode higher-only --article 第三条
            policy publish Q 1

            """
        try scene.play(other)
        let rows = try zonectl("eligibility", "combination", "YES").lines
        #expect(rows.count == 2 && rows[0].hasPrefix("P\ttrue\t2000.00\t0.00"), "\(rows)")
        #expect(rows[1].hasPrefix("Q\tfalse\t") && rows[1].hasSuffix("P\thigher-only\t第三条"))
    }
}
