import ProjectHandoff
import Store
import Zones

enum CreditCommands {
    static let all = [show]

    static let show = Command(
        "credit",
        "show",
        "查看一次移交约定的利益共享份额",
        "show how two zones share the credit of a handoff",
        effect: .read,
        role: .coordinator,
        fields: [.key("handoff", .code, "移交编号", "the handoff's code")],
        columns: [Column("measure", "指标"), Column("zone", "区", .code), Column("share", "份额", "share, percent", .rate)],
        example: "credit show H-1",
        .query { invocation, session in
            .rows(
                try CreditStore.shares(session, handoff: invocation.code("handoff")).map {
                    [.text($0.measure.rawValue), .code($0.zone.text), .rate($0.share)]
                }
            )
        }
    )
}
