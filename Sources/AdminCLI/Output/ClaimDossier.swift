import Casework
import StartupEligibility
import Store
import Zones

/// One claim on paper, with everything that it rests on.
struct ClaimDossier {
    let claim: Claim
    let decision: KeptDecision
    let file: ClaimFile
    /// Nil where an organization applies.
    let person: PersonRow?
    let documents: [DocumentRow]
    /// The newest first.
    let events: [EventRow]
    let today: Day
    let language: Language

    private func word(_ zh: String, _ en: String) -> String { Text(zh, en)[language] }

    private func name(_ text: Claim.Bilingual) -> String { language == .zh || text.en.isEmpty ? text.zh : text.en }

    var html: String {
        let title = word("申领卷宗", "Claim") + " " + claim.code.text
        var page = PrintPage(title: title, language: language == .zh ? "zh-CN" : "en")
        page.heading(title)
        page.paragraph(ClaimWords.status(claim, on: today)[language])
        page.table(header: [word("项目", "item"), word("内容", "content")], rows: head)
        addDecision(&page)
        addDocuments(&page)
        addReviews(&page)
        addMoney(&page)
        addHistory(&page)
        return page.html
    }

    private var head: [[String]] {
        [
            [word("申请人", "applicant"), "\(claim.name)（\(claim.applicant)）"],
            [word("证件号码", "id number"), person?.idNumberMasked ?? "—"],
            [word("政策", "policy"), "\(name(claim.policyTitle))（\(claim.policy) \(claim.version)）"],
            [word("待遇", "benefit"), "\(name(claim.benefitName))（\(claim.benefit)）"],
            [word("金额", "amount"), claim.granted?.description ?? "—"],
            [word("申请日", "applied on"), claim.appliedOn?.description ?? "—"],
            [word("受理日", "received on"), claim.receivedOn?.description ?? "—"],
            [word("公示", "public notice"), notice],
        ]
    }

    private var notice: String {
        guard let from = claim.publishedOn, let until = claim.noticeUntil else { return "—" }
        return word("\(from) 至 \(until)", "\(from) to \(until)")
    }

    private func addDecision(_ page: inout PrintPage) {
        page.heading(word("测算", "Decision") + " " + decision.code.text, level: 2)
        page.paragraph(word("按 \(decision.asOf) 的规定", "by the rules of \(decision.asOf)") + "：" + decision.verdict.word)
        page.table(
            header: [word("测算内容", "what was decided")],
            rows: decision.answer.split(separator: "\n").map { [String($0)] }
        )
        page.table(
            header: [word("依据的事实", "the facts")],
            rows: decision.input.split(separator: ";").map { [String($0.drop { $0 == " " })] }
        )
    }

    private func addDocuments(_ page: inout PrintPage) {
        page.heading(word("材料", "Documents"), level: 2)
        page.table(
            header: [word("应交", "required"), word("已交", "document"), word("承诺", "promised until")],
            rows: file.required.map {
                ["\(name($0.title))（\($0.code)）", $0.document ?? "—", $0.promisedUntil?.description ?? "—"]
            }
        )
        page.table(
            header: [word("编号", "code"), word("名称", "title"), word("文件", "file"), "SHA-256"],
            rows: documents.map { [$0.code.text, $0.title, $0.fileName, $0.sha256] }
        )
    }

    private func addReviews(_ page: inout PrintPage) {
        page.heading(word("审核与异议", "Reviews and objections"), level: 2)
        page.table(
            header: [
                word("第几次", "round"), word("环节", "step"), word("办理人", "by"), word("结论", "outcome"),
                word("理由", "reason"), word("时间", "at"),
            ],
            rows: file.reviews.map {
                [$0.round, $0.step, $0.by, $0.outcome, $0.reason ?? "", "\($0.at.day) \($0.at.timeOfDay)"]
            }
        )
        page.table(
            header: [
                word("异议", "objection"), word("提出人", "by"), word("理由", "reason"), word("结论", "outcome"),
                word("核查", "answer"),
            ],
            rows: file.objections.map { ["\($0.number)", $0.by, $0.reason, $0.outcome ?? "", $0.answer ?? ""] }
        )
    }

    private func addMoney(_ page: inout PrintPage) {
        page.heading(word("资金", "Money"), level: 2)
        page.table(
            header: [
                word("层级", "layer"), word("比例", "share"), word("预算", "budget"), word("金额", "amount"),
                word("预留", "reserved"), word("已付", "paid"),
            ],
            rows: file.parts.map {
                [
                    $0.layer, "\($0.share)%", $0.budget ?? "—", "\($0.amount)", "\($0.reserved)", "\($0.paid)",
                ]
            }
        )
    }

    private func addHistory(_ page: inout PrintPage) {
        page.heading(word("经过", "History"), level: 2)
        page.table(
            header: [word("时间", "at"), word("经办人", "actor"), word("办理", "verb"), word("内容", "change")],
            rows: events.reversed().map { ["\($0.at.day) \($0.at.timeOfDay)", $0.actor, $0.verb, $0.change] }
        )
    }
}
