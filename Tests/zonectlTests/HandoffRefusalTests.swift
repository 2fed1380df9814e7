import Foundation
import StoreTesting
import Testing

/// What coordinators do wrong, by the real binary in both languages: each refusal names the state, who holds the project,
/// and what can be done.
@Suite(.database)
struct HandoffRefusalTests {
    private func zonectl(_ zone: String, _ lang: String) -> Zonectl {
        var zonectl = Zonectl(database: TestDatabase.current)
        zonectl.options = ["--zone", zone, "--clock", "2024-10-21T12:00", "--lang", lang]
        return zonectl
    }

    private func play(_ text: String) throws {
        let answer = try zonectl("INNO", "zh").session(text)
        try #require(answer.status == 0, "\(answer.errors)")
    }

    /// A project of INNO's that is on offer to ETDZ, which has a squad for it.
    private func offered(_ more: String = "") throws {
        try play(
            """
            project add --code SENSOR --name 样例 --industry 装备
            handoff offer --project SENSOR --to ETDZ --reason 产业化 --code H-1
            use --zone ETDZ
            person add --code E1 --name 样例
            person add --code E2 --name 样例
            person add --code E3 --name 样例
            squad assign --project SENSOR --chief E1 --a E2 --b E3
            \(more)

            """
        )
    }

    /// Refused with a code and exit 65 or 77, in both languages, with these words of each, and a hint.
    private func refused(_ zone: String, _ words: [String], _ code: String, zh: [String], en: [String]) throws {
        for (lang, expected) in [("zh", zh), ("en", en)] {
            let answer = try zonectl(zone, lang).run(words)
            #expect([64, 65, 77].contains(answer.status), "\(words) \(lang): \(answer.status)")
            #expect(answer.errors.contains("[\(code)]"), "\(answer.errors)")
            for word in expected { #expect(answer.errors.contains(word), "\(lang) lacks \(word): \(answer.errors)") }
            if lang == "en" {
                #expect(
                    !answer.errors.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                    "\(answer.errors)"
                )
            }
        }
    }

    private func custody() throws -> String {
        try TestDatabase.current.connection().value(
            """
            select z.code || ' ' || t.epoch from handoff.project_part t join core.zone z on z.id = t.zone_id
            join handoff.project p on p.id = t.project_id where p.code = 'SENSOR'
            """,
            as: String.self
        ) ?? ""
    }

    @Test func `the own zone as target, and an unknown one`() throws {
        try play("project add --code SENSOR --name 样例 --industry 装备\n")
        let offer = ["handoff", "offer", "--project", "SENSOR", "--reason", "试", "--to"]
        try refused(
            "INNO",
            offer + ["INNO"],
            "HND05",
            zh: ["SENSOR 已由本区负责", "另选"],
            en: ["the zone's own", "another zone"]
        )
        try refused("INNO", offer + ["MOON"], "COR01", zh: ["MOON"], en: ["MOON"])
        #expect(try custody() == "INNO 1")
    }

    @Test func `a part that is already offered`() throws {
        try offered()
        try refused(
            "INNO",
            ["handoff", "offer", "--project", "SENSOR", "--reason", "试", "--to", "TZBA"],
            "HND07",
            zh: ["SENSOR", "H-1", "待答复", "由 INNO 负责", "withdraw"],
            en: ["SENSOR", "H-1", "offered", "INNO holds", "withdraw"]
        )
    }

    @Test func `acceptance by somebody who is not in the receiving zone`() throws {
        try offered()
        try refused(
            "INNO",
            ["handoff", "accept", "H-1"],
            "HND02",
            zh: ["承接方", "待答复", "由 INNO 负责", "withdraw"],
            en: ["receiver", "offered", "INNO holds", "withdraw"]
        )
        try refused("TZBA", ["handoff", "accept", "H-1"], "COR01", zh: ["H-1"], en: ["H-1"])
        #expect(try custody() == "INNO 1")
    }

    @Test func `acceptance without a squad`() throws {
        try play(
            """
            project add --code SENSOR --name 样例 --industry 装备
            handoff offer --project SENSOR --to ETDZ --reason 产业化 --code H-1

            """
        )
        try refused(
            "ETDZ",
            ["handoff", "accept", "H-1"],
            "HND03",
            zh: ["SENSOR", "3人小分队", "由 INNO 负责", "squad assign"],
            en: ["SENSOR", "squad of three", "INNO holds", "squad assign"]
        )
    }

    @Test func `acceptance after withdrawal, and twice`() throws {
        try offered("use --zone INNO\nhandoff withdraw H-1 --reason 计划有变")
        try refused(
            "ETDZ",
            ["handoff", "accept", "H-1"],
            "HND01",
            zh: ["已撤回", "由 INNO 负责", "handoff offer"],
            en: ["withdrawn", "INNO holds", "handoff offer"]
        )
        try play(
            "handoff offer --project SENSOR --to ETDZ --reason 产业化 --code H-2\nuse --zone ETDZ\nsquad assign --project SENSOR --chief E1 --a E2 --b E3\nhandoff accept H-2\n"
        )
        try refused(
            "ETDZ",
            ["handoff", "accept", "H-2"],
            "HND01",
            zh: ["已承接", "由 ETDZ 负责", "land"],
            en: ["accepted", "ETDZ holds", "land"]
        )
        #expect(try custody() == "ETDZ 2")
    }

    @Test func `shares of 99.99 percent`() throws {
        try play("project add --code SENSOR --name 样例 --industry 装备\n")
        try refused(
            "INNO",
            [
                "handoff", "offer", "--project", "SENSOR", "--to", "ETDZ", "--reason", "试", "--credit", "50",
                "--receiver-credit", "49.99",
            ],
            "HND08",
            zh: ["9999", "一万", "--tax"],
            en: ["9999", "10000", "--tax"]
        )
    }

    @Test func `a backdated clock`() throws {
        try offered()
        for (lang, word) in [("zh", "不能倒填"), ("en", "none can come before")] {
            var backdated = zonectl("ETDZ", lang)
            backdated.options[3] = "2024-10-20T12:00"
            let answer = try backdated("handoff", "accept", "H-1")
            #expect(answer.status == 65 && answer.errors.contains("[HND47]"), "\(answer.errors)")
            #expect(answer.errors.contains(word) && answer.errors.contains("INNO"), "\(answer.errors)")
        }
        #expect(try custody() == "INNO 1")
    }

    @Test func `a document whose hash differs`() throws {
        try offered()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zb-other-\(UUID().uuidString)")
        try Data("别的内容".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try refused(
            "INNO",
            ["handoff", "match", "H-1", file.path],
            "HND26",
            zh: ["H-1", "SHA-256", "handoff items H-1"],
            en: ["H-1", "SHA-256", "handoff items H-1"]
        )
    }

    @Test func `a query on a rejected handoff`() throws {
        try offered("handoff reject H-1 --reason 用地不足")
        try refused(
            "ETDZ",
            ["handoff", "query", "H-1", "--note", "why"],
            "HND01",
            zh: ["已婉拒", "由 INNO 负责", "handoff offer"],
            en: ["rejected", "INNO holds", "handoff offer"]
        )
    }

    @Test func `a person in two roles`() throws {
        try offered()
        try refused(
            "ETDZ",
            ["squad", "assign", "--project", "SENSOR", "--chief", "E1", "--a", "E2", "--b", "E1"],
            "HND10",
            zh: ["E1", "SENSOR", "三个不同的人"],
            en: ["E1", "SENSOR", "three people"]
        )
    }

    @Test func `an investment of nothing, and of ten to the eighteenth`() throws {
        for amount in ["0", "1000000000000000000"] {
            let words = ["project", "add", "--name", "X", "--industry", "Y", "--investment", amount]
            for lang in ["zh", "en"] {
                let answer = try zonectl("INNO", lang).run(words)
                #expect(
                    [64, 65].contains(answer.status) && answer.errors.contains("error["),
                    "\(amount): \(answer.errors)"
                )
            }
        }
        #expect(try zonectl("INNO", "zh")("project", "list").lines == [])
    }

    @Test func `a zone that was closed during a handoff`() throws {
        try offered()
        try TestDatabase.current.connection().execute(
            "update core.zone set closed_on = '2024-10-21' where code = 'ETDZ'"
        )
        for lang in ["zh", "en"] {
            let answer = try zonectl("ETDZ", lang)("handoff", "accept", "H-1")
            #expect(answer.status != 0 && answer.errors.contains("ETDZ"), "\(answer.errors)")
        }
        // The sender takes it back, and may not offer it there again.
        try play("handoff withdraw H-1 --reason 对方关闭\n")
        try refused(
            "INNO",
            ["handoff", "offer", "--project", "SENSOR", "--to", "ETDZ", "--reason", "x"],
            "HND06",
            zh: ["ETDZ", "2024-10-21", "由 INNO 负责", "另选"],
            en: ["ETDZ", "2024-10-21", "INNO holds", "another zone"]
        )
        #expect(try custody() == "INNO 1")
    }
}
