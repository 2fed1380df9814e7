import Foundation
import StoreTesting
import Testing

/// Policies and founders made through the real binary, in few words.
struct EligibilityScene {
    let zonectl = Zonectl(database: TestDatabase.current)

    /// A policy of two clauses and a capped grant, in force for the year 2024.
    static let pack = """
        policy add --code P --title-zh 样例政策 --title-en "Sample policy" --authority 样例局 --source 样例 --confidence A --zones INNO
        policy version P --code 1 --from 2024-01-01 --until 2024-12-31
        parameter add --policy P --version 1 --code each --type money --value 2000 --article 第二条
        clause add --policy P --version 1 --code STUDENT --when student --article 第一条 --zh 在校学生 --en "an enrolled student" --cure applicant
        clause add --policy P --version 1 --code HALF-YEAR --when "at least 6 months since registered_on" --article 第一条 --zh 登记满6个月 --en "registered for 6 months" --cure time
        benefit add --policy P --version 1 --code GRANT --zh 补贴 --en grant --article 第二条 --amount "(count hires) * $each" --cap "8000 yuan" --cap-scope person --payers city=50,zone=50
        case add --policy P --version 1 --code YES --as-of 2024-10-19 --facts "student=yes; registered_on=2024-04-19; hires={founder=no}" --expect yes --amount 2000

        """

    /// YES gets it, LATER in six days, NO never, OPEN is not known.
    static let founders = """
        person add --code YES --name 样例一
        person add --code LATER --name 样例二
        person add --code NO --name 样例三
        person add --code OPEN --name 样例四
        fact set YES student yes --on 2024-10-01 --source 学籍证明
        fact set YES registered_on 2024-03-15 --on 2024-10-01
        fact set YES hires "founder=no" --row K1 --on 2024-10-01
        fact set LATER student yes --on 2024-10-01
        fact set LATER registered_on 2024-04-25 --on 2024-10-01
        fact set NO student no --on 2024-10-01
        fact set NO registered_on 2024-03-15 --on 2024-10-01
        fact set OPEN registered_on 2024-03-15 --on 2024-10-01

        """

    /// Runs lines that all have to succeed.
    @discardableResult
    func play(_ lines: String) throws -> Zonectl.Answer {
        let answer = try zonectl.session(lines)
        try #require(answer.status == 0, "\(answer.errors)")
        return answer
    }

    /// The policy in force, and the founders.
    func prepare() throws {
        let file = try Self.write(Self.pack)
        defer { try? FileManager.default.removeItem(atPath: file) }
        try play("policy load \(file)\npolicy publish P 1\n" + Self.founders)
    }

    /// What `policy validate` says about a pack: code, line and problem of each mistake.
    func mistakes(_ pack: String) throws -> [String] {
        let file = try Self.write(pack)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let answer = try zonectl("--lang", "en", "policy", "validate", file)
        #expect(answer.status == (answer.lines.isEmpty ? 0 : 1), "\(answer.errors)")
        return answer.lines.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            let place = cells[0].split(separator: ":")
            return "\(cells[1]) \(place.count > 1 ? place[1] : "?") \(cells[3])"
        }
    }

    static func write(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString).zctl")
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
