import ProjectHandoff
import Store
import Zones

enum PipelineCommands {
    static let all = [report]

    static let report = Command(
        "pipeline",
        "report",
        "项目进度报表：签约、开工、在建、竣工",
        "the pipeline report: signed, started, under construction, completed",
        effect: .read,
        role: .coordinator,
        fields: [
            .required("since", .day, "自何日", "from this day"), .required("until", .day, "至何日", "to this day"),
            .defaulted("by", .choice(of: PipelineStore.Axis.self), to: "total", "合计、按区、月、规模或利益共享", "how to divide it"),
        ],
        columns: [
            Column("line", "指标"), Column("name", "含义"), Column("group", "分组"), Column("count", "个数"),
            Column("of", "共", "of", .integer), Column("investment", "总投资（元）", "investment, yuan", .money),
        ],
        example: "pipeline report --since 2024-01-01 --until 2024-06-30",
        .query { invocation, session in
            let axis = try invocation.choice("by", as: PipelineStore.Axis.self)
            let figures = try PipelineStore.report(
                session,
                since: invocation.day("since"),
                until: invocation.day("until"),
                by: axis
            )
            // Key projects are the whole that started key projects are a part of, not a line of their own.
            let keys = Dictionary(figures.filter { $0.line == .key }.map { ($0.group, $0.count) }) { first, _ in first }
            return .rows(
                figures.filter { $0.line != .key }.map {
                    [
                        .text($0.line.rawValue), .text($0.line.name.zh + " " + $0.line.name.en), .text($0.group),
                        .text(count($0.count, axis)),
                        .optional($0.line == .keyStarted ? keys[$0.group] : nil), .money($0.investment),
                    ]
                }
            )
        }
    )

    /// By credit, a project counts with the zone's share of it.
    private static func count(_ count: Int, _ axis: PipelineStore.Axis) -> String {
        axis == .credit ? "\(Rate(partsPerMillion: Int64(count)))" : "\(count)"
    }
}

extension PipelineLine {
    var name: Text {
        switch self {
        case .signed: Text("新签约注册（5亿元或3000万美元以上）", "newly signed, above 500 million yuan or 30 million USD")
        case .signed50y: Text("其中50亿元级", "of which of 5 billion yuan or more")
        case .signedUSD: Text("其中3000万美元以上", "of which above 30 million USD")
        case .started: Text("新开工（1亿元以上）", "newly started, above 100 million yuan")
        case .keyStarted: Text("市级重点项目已开工", "municipal key projects started")
        case .key: Text("市级重点项目", "municipal key projects")
        case .building: Text("在建（期末）", "under construction on the last day")
        case .completed: Text("竣工", "completed")
        }
    }
}
