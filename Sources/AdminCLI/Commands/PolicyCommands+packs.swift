import StartupEligibility
import Store
import Zones

extension PolicyCommands {
    static let packs = [load, validate]

    private static let file = Field.key("file", .path, "政策文件", "the pack")

    static let load = Command(
        "policy",
        "load",
        "读入政策文件，成为草案；发布另用 policy publish",
        "read a policy pack as drafts; policy publish puts them into force",
        effect: .write,
        role: .officer,
        fields: [file],
        columns: [
            Column("policy", "政策", "policy", .code), Column("version", "版本", "version", .code),
            Column("lines", "行数", "lines", .integer),
        ],
        example: "policy load deploy/policies/nantong/startup-grant.zctl",
        .act { invocation, context in
            let pack = try PolicyPack(path: invocation.path("file"), registry: context.registry)
            let session = try context.session()
            let outcome = try session.together { try pack.play($0, invocation.request, keepGoing: false) }
            return .rows(
                outcome.versions.map {
                    [.code($0.policy.text), .code($0.version.text), .integer(outcome.done)]
                }
            )
        }
    )

    static let validate = Command(
        "policy",
        "validate",
        "检查政策文件，列出全部错误及行号，不留改动",
        "check a policy pack: all mistakes with their lines; nothing is kept",
        effect: .read,
        role: .officer,
        fields: [file],
        columns: [
            Column("place", "位置"), Column("code", "代码", .code), Column("problem_zh", "问题", "problem in Chinese"),
            Column("problem_en", "问题（英文）", "problem"),
        ],
        example: "policy validate deploy/policies/nantong/startup-loan.zctl",
        .act { invocation, context in
            let pack = try PolicyPack(path: invocation.path("file"), registry: context.registry)
            var rows: [[Cell]] = []
            try context.session().undone { session in
                let outcome = try pack.play(session, invocation.request, keepGoing: true)
                rows = outcome.failures.map { row($0.place, ToldError($0.error).code, ToldError($0.error).what) }
                for key in outcome.versions {
                    rows += try Publication.faults(session, key).map { fault in
                        row(pack.place(fault, outcome), fault.part == .workedCase ? "ELG08" : "ELG07", fault.text)
                    }
                }
            }
            return rows.isEmpty
                ? .rows([]).noting("没有发现错误", "no mistakes found") : .rows(rows).exiting(.no)
        }
    )

    private static func row(_ place: Place, _ code: String, _ what: Text) -> [Cell] {
        [.text(place.text), .code(code), .text(what.zh), .text(what.en)]
    }
}

extension Session {
    private struct Undo: Error {}

    /// Runs the body and takes back what it did, in the open transaction or in one of its own.
    func undone(_ body: (Session) throws -> Void) throws {
        guard connection.status == .inTransaction else { return try rehearse { try body($0) } }
        do {
            try attempt { session in
                try body(session)
                throw Undo()
            }
        } catch is Undo {}
    }
}
