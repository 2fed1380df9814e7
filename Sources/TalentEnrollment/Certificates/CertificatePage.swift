import Casework
import Zones

extension Certificate {
    /// The certificate as a page for paper. It shows what was written when it was issued, and the code to check it by.
    public func page(cohortNumber: Int, zoneName: String) -> PrintPage {
        var page = PrintPage(title: "结业证书 \(code)", language: "zh-CN", layout: .certificate)
        page.heading("结业证书")
        page.fields(["", "证书编号：\(code)"])
        page.paragraph(
            "　　\(name) 同志参加\(programName)第\(cohortNumber)期学习，应到 \(recorded) 次，实到 \(attended) 次，"
                + "共 \(hours) 学时，于 \(Self.chinese(completedOn)) 结业。"
        )
        page.paragraph("　　特发此证。")
        page.signature([zoneName, Self.chinese(issuedOn)])
        page.footnote("核验码 \(Self.grouped(verification))　　核验：zonectl certificate verify \(Self.grouped(verification))")
        return page
    }

    private static func chinese(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

    /// Three groups of four, as people read codes.
    private static func grouped(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
