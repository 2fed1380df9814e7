import Store
import TalentEnrollment
import Zones

/// A sheet of applicants: people as offices keep them, and what a cohort may ask for.
enum ApplicationSheet {
    static let columns =
        PersonSheet.columns + [
            ImportColumn("award", ["奖项", "获奖情况"]), ImportColumn("post_level", ["职级", "级别"]),
        ]

    /// The words for levels in offices' sheets.
    private static let levels: [String: PostLevel] = [
        "科员": .staff, "副科": .deputySection, "副科级": .deputySection, "正科": .section, "正科级": .section,
        "副处": .deputyDivision, "副处级": .deputyDivision, "正处": .division, "正处级": .division,
    ]

    struct Applicant {
        let name: PersonName
        let details: PersonDetails
        let award: String?
        let postLevel: PostLevel?
    }

    /// An applicant that a row describes; nil in a row that is unfit, whose findings say why.
    static func applicant(_ sheet: inout SheetRow, today: Day, units: [String: Code]) -> Applicant? {
        let person = PersonSheet.person(&sheet, today: today, units: units)
        let award = sheet.read("award") { (text: String) throws(TextRefusal) -> Noted<String, TextWarning> in
            Noted(value: try PlainText(text).text, warnings: [])
        } refusedAs: { _, refusal in
            ValueFault.text(field: "award", refusal)
        }
        var level: PostLevel?
        if let word = sheet.row["post_level"] {
            level = PostLevel(rawValue: word) ?? levels[word]
            if level == nil {
                sheet.refuse(
                    "post_level",
                    ValueFault.notAChoice(
                        field: "post-level",
                        word,
                        choices: PostLevel.allCases.map(\.rawValue),
                        suggestions: Suggestion.nearest(to: word, in: levels.keys.sorted())
                    )
                )
            }
        }
        guard sheet.isFit, let person else { return nil }
        return Applicant(name: person.name, details: person.details, award: award, postLevel: level)
    }
}
