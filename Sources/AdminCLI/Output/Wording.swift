import StartupEligibility
import Zones

/// Words in which eligibility answers, the same in rows, on the card and in the letter.
enum Wording {
    static let assumed = Text("金额为假定", "the amount is assumed")
    static let notInForce = Text("当日无有效版本", "no version is in force on that day")
    static let handledBy = Text("受理区 ", "handled by ")

    static func verdict(_ verdict: Ternary) -> Text {
        switch verdict {
        case .yes: Text("可以享受", "eligible")
        case .no: Text("不能享受", "not eligible")
        case .unknown: Text("暂不能定", "undecided")
        }
    }

    /// What a clause demands; in Chinese where the pack gives no English.
    static func demand(_ clause: Clause, _ language: Language) -> String {
        language == .zh || clause.wordingEn.isEmpty ? clause.wordingZh : clause.wordingEn
    }

    static func mark(_ outcome: Ternary) -> String {
        switch outcome {
        case .yes: "✓"
        case .no: "✗"
        case .unknown: "？"
        }
    }

    static func cure(_ cure: Cure) -> Text {
        switch cure {
        case .applicant: Text("可由申请人补足", "the applicant can mend it")
        case .time: Text("时间到即满足", "time will mend it")
        case .nobody: Text("无法补救", "it cannot be mended")
        }
    }

    /// `registered_on 2024-03-15 (core.organization)`
    static func seen(_ seen: Reason.Seen, _ answer: Answer) -> String {
        let source = answer.rules.catalogue.slot(seen.fact.name).flatMap { answer.file.provenance[$0] }
        let origin = source.map { $0.contradicting.isEmpty ? $0.source : $0.contradicting.joined(separator: "≠") }
        return seen.fact.name + " " + (seen.value.shown(seen.fact, answer.rules.catalogue) ?? "?")
            + (origin.map { " (\($0))" } ?? "")
    }

    /// `年利率 3.85%，利息 7700.00/年，贴息 7700.00/年，3 年`
    static func interest(_ interest: Award.Interest) -> Text {
        guard let rate = interest.rate, let yearly = interest.yearly, let paid = interest.subsidised else {
            return Text("该日的 LPR 尚未载入", "the LPR of that day is not loaded")
        }
        return Text(
            "年利率 \(rate)%，利息 \(yearly)/年，贴息 \(paid)/年，最多 \(interest.years) 年",
            "rate \(rate) %, interest \(yearly) a year, of which \(paid) a year is paid for up to \(interest.years) years"
        )
    }

    /// `出资 市 50.00%、项目所在区 INNO 50.00%`
    static func payers(_ award: Award, _ answer: Answer) -> Text {
        let names: [String: Text] = [
            "nation": Text("中央", "nation"), "province": Text("省", "province"), "city": Text("市", "city"),
            "zone": Text("受理区", "the zone"), "project_zone": Text("项目所在区", "the project's zone"),
            "bank": Text("银行", "bank"), "other": Text("其他", "other"),
        ]
        func list(_ language: Language) -> String {
            award.benefit.payers.map { payer in
                let place = payer.layer == "project_zone" ? " " + answer.handledBy.joined(separator: ",") : ""
                return (names[payer.layer]?[language] ?? payer.layer) + place + " \(payer.share)%"
            }.joined(separator: language == .zh ? "、" : ", ")
        }
        return Text("出资 " + list(.zh), "paid by " + list(.en))
    }
}

extension FactValue {
    /// The value with its unit; for a list its number of rows; nil for unknown.
    func shown(_ fact: FactDefinition, _ catalogue: FactCatalogue) -> String? {
        guard case .rows(let rows) = self else {
            return text(as: fact.type).map { $0 + (fact.unit.map { " " + $0 } ?? "") }
        }
        let columns = catalogue.columns[fact.name] ?? []
        let shown = rows.prefix(5).map { row in
            zip(columns, row).compactMap { column, cell in cell.text(as: column.type) }.joined(separator: " ")
        }
        let more = rows.count > 5 ? " …" : ""
        return "\(rows.count)" + (shown.isEmpty ? "" : " [" + shown.joined(separator: " | ") + more + "]")
    }
}
