import Casework
import StartupEligibility
import Zones

/// The answer on paper: a section for each policy, with every clause, its article and what would cure a no.
struct AnswerLetter {
    private let applicant: Applicant
    private let day: Day
    private let answers: [Answer]
    private let language: Language

    init(_ applicant: Applicant, _ day: Day, _ answers: [Answer], _ language: Language) {
        self.applicant = applicant
        self.day = day
        self.answers = answers
        self.language = language
    }

    private var title: String { Text("政策资格答复", "Answer on eligibility")[language] }

    private var opening: String {
        Text(
            "\(applicant.name)：按 \(day) 的情况和当日有效的规定答复如下。",
            "\(applicant.name): the answer by the facts and the rules of \(day)."
        )[language]
    }

    private func heading(_ answer: Answer) -> String {
        (language == .zh ? answer.policy.titleZh : answer.policy.titleEn) + "："
            + Wording.verdict(answer.decision.verdict)[language]
    }

    private func sums(_ answer: Answer) -> [String] {
        var lines: [String] = []
        if answer.decision.verdict != .no {
            for award in answer.awards where award.outcome != .no {
                let name = language == .zh ? award.benefit.nameZh : award.benefit.nameEn
                var line = name + " " + award.amount.text + " " + Text("元", "yuan")[language]
                if let interest = award.interest { line += "；" + Wording.interest(interest)[language] }
                lines.append(line)
            }
        }
        if let window = answer.decision.window {
            let until = window.until?.description ?? Text("未定", "open")[language]
            lines.append(Text("可享受的期间：\(window.from) 至 \(until)", "eligible from \(window.from) to \(until)")[language])
        }
        if answer.isAssumed { lines.append(Wording.assumed[language]) }
        if !answer.missing.isEmpty {
            let names = answer.missing.map { language == .zh ? $0.nameZh : $0.nameEn }
            lines.append(Text("请补充：", "please tell: ")[language] + names.joined(separator: "、"))
        }
        return lines
    }

    private func row(_ reason: Reason, _ answer: Answer) -> [String] {
        let cure =
            reason.outcome == .no
            ? Wording.cure(reason.clause.cure)[language] + (reason.holdsFrom.map { " \($0)" } ?? "") : ""
        return [
            Wording.mark(reason.outcome), Wording.demand(reason.clause, language), reason.clause.article,
            reason.facts.map { Wording.seen($0, answer) }.joined(separator: "; "), cure,
        ]
    }

    /// The letter as plain lines.
    var lines: [String] {
        var lines = [title, opening]
        for answer in answers {
            lines += ["", heading(answer)] + sums(answer).map { "  " + $0 }
            lines += answer.reasons.map { "  " + row($0, answer).filter { !$0.isEmpty }.joined(separator: "  ") }
        }
        return lines
    }

    /// The letter as the lines of a page for A4.
    var html: [String] {
        var page = PrintPage(title: title, language: language == .zh ? "zh-CN" : "en")
        page.heading(title)
        page.paragraph(opening)
        for answer in answers {
            page.heading(heading(answer), level: 2)
            for line in sums(answer) { page.paragraph(line) }
            page.table(
                header: [
                    "", Text("条件", "condition")[language], Text("条款", "article")[language],
                    Text("事实", "facts")[language], Text("补救", "cure")[language],
                ],
                rows: answer.reasons.map { row($0, answer) }
            )
        }
        return page.html.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
