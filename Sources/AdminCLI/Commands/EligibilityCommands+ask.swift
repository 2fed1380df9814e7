import StartupEligibility
import Store
import Zones

extension EligibilityCommands {
    static let interview = [ask]

    static let ask = Command(
        "eligibility",
        "ask",
        "柜台问答：只问还能改变答案的问题，不留任何记录；直接回车表示不知道",
        "an interview at the desk: only questions that can change the answer, nothing stored; an empty line is don't know",
        effect: .read,
        role: .officer,
        fields: [.optional("policy", .code, "只问这项政策", "only this policy"), asOf],
        example: "eligibility ask --policy RENT",
        inFiles: false,
        .act { invocation, context in
            let session = try context.session()
            let day = try invocation.optionalDay("as-of") ?? session.today
            let assessor = try Assessor(session, policy: invocation.optionalCode("policy"))
            var interview = Interview(assessor, on: day)
            var lines: [String] = []
            while let fact = interview.question {
                context.tell(Question.text(fact, assessor.catalogue))
                // The end of input is "don't know" to everything that is left.
                guard let answer = readLine() else { break }
                do throws(FactRefusal) {
                    try interview.take(answer, for: fact)
                } catch { context.tell(error.text) }
            }
            for answer in interview.answers { lines += InterviewResult.lines(answer, context.language) }
            return .lines(lines)
        }
    )

    private enum Question {
        /// The question with the form of its answer.
        static func text(_ fact: FactDefinition, _ catalogue: FactCatalogue) -> Text {
            let form: Text =
                switch fact.type {
                case .day: Text("YYYY-MM-DD", "YYYY-MM-DD")
                case .boolean: Text("yes 或 no", "yes or no")
                case .integer:
                    Text("整数" + (fact.unit.map { "，\($0)" } ?? ""), "a number" + (fact.unit.map { " of \($0)" } ?? ""))
                case .money: Text("元", "yuan")
                case .rate: Text("百分数", "percent")
                case .code: Text("代码", "a code")
                case .rows:
                    Text(
                        "none，或 {" + columns(fact, catalogue) + "}{…}",
                        "none, or {" + columns(fact, catalogue) + "}{…}"
                    )
                }
            return Text("\(fact.nameZh)？（\(form.zh)）", "\(fact.nameEn)? (\(form.en))")
        }

        private static func columns(_ fact: FactDefinition, _ catalogue: FactCatalogue) -> String {
            (catalogue.columns[fact.name] ?? []).map { $0.column + "=" }.joined(separator: ", ")
        }
    }

    private enum InterviewResult {
        static func lines(_ answer: Answer, _ language: Language) -> [String] {
            let title = language == .zh ? answer.policy.titleZh : answer.policy.titleEn
            var lines = [
                Wording.mark(answer.decision.verdict) + " " + title + "："
                    + Wording.verdict(answer.decision.verdict)[language]
            ]
            if answer.decision.verdict != .no {
                let assumed = answer.isAssumed ? "（" + Wording.assumed[language] + "）" : ""
                lines.append(
                    "    " + answer.rules.sum(answer.awards).text + " " + Text("元", "yuan")[language] + assumed
                )
            }
            for reason in answer.reasons where reason.outcome == .no && answer.decision.verdict == .no {
                lines.append("    ✗ " + Wording.demand(reason.clause, language))
            }
            for fact in answer.missing { lines.append("    ？ " + (language == .zh ? fact.nameZh : fact.nameEn)) }
            return lines
        }
    }
}
