import StartupEligibility
import Zones

/// The answer for a founder on one screen: at most 25 lines.
struct AnswerCard {
    private let applicant: Applicant
    private let day: Day
    private let answers: [Answer]
    private let language: Language
    private static let limit = 25

    init(_ applicant: Applicant, _ day: Day, _ answers: [Answer], _ language: Language) {
        self.applicant = applicant
        self.day = day
        self.answers = answers
        self.language = language
    }

    var lines: [String] {
        let title = Text("答复卡", "Answer card")[language] + "  \(applicant.name) (\(applicant.code))  \(day)"
        var lines = [title, String(repeating: "─", count: 60)]
        // What does not fit on the screen is the detail of the answers that come last, never an answer itself.
        var room = Self.limit - lines.count - answers.count - 2
        for answer in answers {
            lines.append(head(answer))
            let detail = detail(answer)
            lines += detail.prefix(max(room, 0))
            room -= detail.count
        }
        lines.append(String(repeating: "─", count: 60))
        lines.append(
            Text("逐条理由：eligibility check \(applicant.code)", "clause by clause: eligibility check \(applicant.code)")[
                language
            ]
        )
        return lines
    }

    private func head(_ answer: Answer) -> String {
        let title = language == .zh ? answer.policy.titleZh : answer.policy.titleEn
        let verdict = Wording.verdict(answer.decision.verdict)[language]
        return Wording.mark(answer.decision.verdict) + " " + title + "：" + verdict + window(answer.decision)
    }

    private func window(_ decision: Decision) -> String {
        guard let window = decision.window else { return "" }
        let until = window.until.map(\.description) ?? Text("未定", "open")[language]
        let days = Text("\(window.from) 至 \(until)", "\(window.from) to \(until)")[language]
        guard window.contains(decision.day), let left = window.daysLeft(on: decision.day) else { return "  " + days }
        return "  " + days + Text("，还剩 \(left) 天", ", \(left) days left")[language]
    }

    private func detail(_ answer: Answer) -> [String] {
        var lines: [String] = []
        if answer.decision.verdict != .no {
            for award in answer.awards where award.outcome != .no {
                lines.append(contentsOf: self.award(award, answer))
            }
        }
        for reason in answer.reasons where reason.outcome != .yes && answer.decision.verdict != .yes {
            let when = reason.holdsFrom.map { Text("，\($0) 起满足", ", from \($0)")[language] } ?? ""
            let cure = reason.outcome == .no ? "（" + Wording.cure(reason.clause.cure)[language] + when + "）" : ""
            lines.append("    " + Wording.mark(reason.outcome) + " " + Wording.demand(reason.clause, language) + cure)
        }
        if !answer.missing.isEmpty {
            let names = answer.missing.map { language == .zh ? $0.nameZh : $0.nameEn }
            lines.append("    " + Text("请补充：", "please tell: ")[language] + names.joined(separator: "、"))
        }
        return lines
    }

    private func award(_ award: Award, _ answer: Answer) -> [String] {
        let name = language == .zh ? award.benefit.nameZh : award.benefit.nameEn
        let assumed = award.assumed.isEmpty ? "" : "（" + Wording.assumed[language] + "）"
        let yuan = Text("元", "yuan")[language]
        var lines = ["    " + name + "  " + award.amount.text + " " + yuan + assumed]
        if let interest = award.interest { lines.append("    " + Wording.interest(interest)[language]) }
        if !award.benefit.payers.isEmpty { lines.append("    " + Wording.payers(award, answer)[language]) }
        return lines
    }
}
