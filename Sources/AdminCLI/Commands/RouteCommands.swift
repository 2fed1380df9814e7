import ProjectHandoff
import Store
import Zones

enum RouteCommands {
    static let all = [add]

    static let add = Command(
        "route",
        "add",
        "线索分派规则：按行业或地区交给哪个单位",
        "which unit gets the leads of an industry or a region",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("unit", .code, "单位编号", "the unit's code"), .optional("industry", .text, "行业", "the industry"),
            .optional("region", .text, "地区", "the region"),
            .required("code", .code, "自定编号", "a code of your own"),
        ],
        columns: [Column("code", "编号", .code)],
        example: "route add --unit SAMPLE --industry 智能装备 --code R-1",
        .write { invocation, _ in
            let verb = LeadStore.addRoute(
                code: try invocation.code("code"),
                industry: try invocation.optionalText("industry"),
                region: try invocation.optionalText("region"),
                unit: try invocation.code("unit")
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )
}
