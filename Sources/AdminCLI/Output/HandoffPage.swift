import Casework
import ProjectHandoff
import Store
import Zones

/// A handoff on one page that both sides file: in the language of the offices that sign it.
struct HandoffPage {
    let html: String

    init(_ session: Session, _ handoff: Handoff) throws {
        var page = PrintPage(title: "项目移交单 \(handoff.code)", language: "zh-CN")
        page.heading("项目移交单")
        page.table(
            header: ["编号", "项目", "移交方", "承接方", "状态", "回执"],
            rows: [
                [
                    handoff.code.text, Self.project(handoff), handoff.from.text, handoff.to.text,
                    HandoffWords.name(handoff.state.rawValue, .zh), Self.receipt(handoff),
                ]
            ]
        )
        page.paragraph("理由：\(handoff.reason)")
        page.heading("利益共享", level: 2)
        page.table(
            header: ["指标", "移交方（%）", "承接方（%）", "自", "至"],
            rows: Self.shares(try CreditStore.shares(session, handoff: handoff.code), handoff)
        )
        try Self.addSquads(session, handoff, to: &page)
        let items = try PackageStore.items(session, handoff: handoff.code)
        if !items.isEmpty {
            page.heading("材料", level: 2)
            page.table(header: ["编号", "名称", "SHA-256"], rows: items.map { [$0.document.text, $0.title, $0.sha256] })
        }
        page.heading("经过", level: 2)
        page.table(
            header: ["时间", "动作", "由何区", "经办", "说明"],
            rows: try HandoffStore.history(session, handoff.code).map {
                [
                    "\($0.at)".prefix(16).split(separator: "T").joined(separator: " "),
                    HandoffWords.name($0.action, .zh), $0.by?.text ?? "两区协同办", $0.actor, $0.note ?? "",
                ]
            }
        )
        page.heading("签章", level: 2)
        page.table(header: ["移交方（盖章）", "承接方（盖章）"], rows: [["　", "　"]])
        html = page.html
    }

    /// A line a measure, in the order of the shares.
    private static func shares(_ shares: [CreditShare], _ handoff: Handoff) -> [[String]] {
        var measures: [CreditMeasure] = []
        for share in shares where !measures.contains(share.measure) { measures.append(share.measure) }
        return measures.map { measure in
            let own = shares.filter { $0.measure == measure }
            let double = own.contains(where: \.isDouble) ? "（另计）" : ""
            func part(_ zone: ZoneCode) -> String { own.first { $0.zone == zone }.map { "\($0.share)" } ?? "—" }
            return [
                measure.zh, part(handoff.from) + double, part(handoff.to), own.first?.from.map { "\($0)" } ?? "—",
                own.first?.until.map { "\($0)" } ?? "—",
            ]
        }
    }

    private static func addSquads(_ session: Session, _ handoff: Handoff, to page: inout PrintPage) throws {
        let members = try SquadStore.introduced(session, handoff: handoff.code)
        guard !members.isEmpty else { return }
        page.heading("3人小分队", level: 2)
        page.table(
            header: ["区", "组长", "A 角", "B 角"],
            rows: [handoff.from, handoff.to].map { zone in
                [zone.text]
                    + SquadRole.allCases.map { role in
                        members.first { $0.zone == zone && $0.role == role }?.name ?? "—"
                    }
            }
        )
    }

    private static func project(_ handoff: Handoff) -> String {
        guard let part = handoff.part, part != "whole" else { return handoff.project.text }
        return "\(handoff.project)（\(part)）"
    }

    /// In groups of four, as people read it out.
    private static func receipt(_ handoff: Handoff) -> String {
        handoff.receipt.map { "\($0.prefix(4))-\($0.dropFirst(4).prefix(4))-\($0.suffix(4))" } ?? "—"
    }
}
