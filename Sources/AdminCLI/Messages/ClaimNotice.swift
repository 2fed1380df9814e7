import Store
import Zones

/// What an applicant is told about a claim; nil for another kind of notice.
enum ClaimNotice {
    static func of(_ kind: String, _ facts: Facts) -> Text? {
        let claim = facts[0]
        switch kind {
        case "claim_received":
            return Text("【受理】申领 \(claim) 已于 \(facts[1]) 受理。", "[Received] Claim \(claim) was received on \(facts[1]).")
        case "claim_returned":
            let missing = facts[2].isEmpty ? Text("", "") : Text("，缺材料：\(facts[2])", ", missing: \(facts[2])")
            let reason = facts[1].isEmpty ? Text("", "") : Text("，理由：\(facts[1])", ", because: \(facts[1])")
            return Text(
                "【退回】申领 \(claim) 退回补正\(missing.zh)\(reason.zh)。",
                "[Returned] Claim \(claim) goes back to you\(missing.en)\(reason.en)."
            )
        case "claim_published":
            return Text(
                "【公示】申领 \(claim) 公示至 \(facts[1])，拟给 \(yuan(facts[2])) 元，有异议请提出。",
                "[Public notice] Claim \(claim), \(yuan(facts[2])) yuan; objections until \(facts[1])."
            )
        case "claim_approved":
            return Text(
                "【批准】申领 \(claim) 已批准，\(yuan(facts[1])) 元，等待拨付。",
                "[Approved] Claim \(claim): \(yuan(facts[1])) yuan will be paid."
            )
        case "claim_refused":
            return Text("【不予批准】申领 \(claim)：\(facts[1])", "[Refused] Claim \(claim): \(facts[1])")
        case "claim_lapsed":
            let because =
                facts[1] == "ANSWER"
                ? Text("逾期未补正", "it was not mended in time")
                : Text("承诺的 \(facts[1]) 未按时补交", "the promised \(facts[1]) did not come in time")
            return Text(
                "【失效】申领 \(claim) 失效：\(because.zh)（\(facts[2])）。",
                "[Lapsed] Claim \(claim): \(because.en) (\(facts[2]))."
            )
        default: return nil
        }
    }

    /// An amount in fen as yuan.
    private static func yuan(_ fen: String) -> String { Int64(fen).map { Money(fen: $0).description } ?? fen }
}
