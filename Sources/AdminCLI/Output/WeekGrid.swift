import TrainingSchedule
import Zones

/// A week for a terminal: a column a day, a row for each time that something starts, aligned by display width.
struct WeekGrid {
    /// Terminal columns of one day.
    private static let width = 14

    private let week: Week
    private let language: Language

    init(_ week: Week, _ language: Language) {
        self.week = week
        self.language = language
    }

    /// Monday to Sunday in a language.
    static func weekdays(_ language: Language) -> [String] {
        switch language {
        case .zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
        case .en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        }
    }

    /// What stands for a session of which nothing may be told.
    static let taken = Text("已占用", "taken")

    /// The heading, such as `场地 紫琅人才公寓 2024-09-02 – 2024-09-08`.
    static func title(_ week: Week, _ language: Language) -> String {
        "\(week.kind.told[language]) \(week.name)  \(week.days.first ?? week.monday) - \(week.days.last ?? week.monday)"
    }

    var lines: [String] {
        let rule =
            "-----------+" + (0..<7).map { _ in String(repeating: "-", count: Self.width) }.joined(separator: "+")
        let names = Self.weekdays(language)
        let heading = week.days.enumerated().map { "\(names[$0.offset]) \(Self.short($0.element))" }
        var lines = [Self.title(week, language), rule, row("", heading), rule]
        let slots = Set(week.entries.map { Slot(from: $0.starts.timeOfDay, until: $0.ends.timeOfDay) }).sorted()
        for slot in slots {
            let cells = week.days.map { day in
                week.entries.filter { $0.starts.day == day && slot.is($0) }.flatMap(cell)
            }
            for position in 0..<(cells.map(\.count).max() ?? 0) {
                let label = position == 0 ? "\(slot.from)-\(slot.until)" : ""
                lines.append(row(label, cells.map { position < $0.count ? $0[position] : "" }))
            }
            lines.append(rule)
        }
        return lines
    }

    private struct Slot: Hashable, Comparable {
        let from: TimeOfDay
        let until: TimeOfDay

        func `is`(_ entry: Week.Entry) -> Bool { entry.starts.timeOfDay == from && entry.ends.timeOfDay == until }
        static func < (a: Slot, b: Slot) -> Bool { (a.from, a.until) < (b.from, b.until) }
    }

    private func cell(_ entry: Week.Entry) -> [String] {
        ([entry.course ?? Self.taken[language]] + week.details(entry)).flatMap {
            Self.wrapped(TerminalText.escaped($0))
        }
    }

    private func row(_ label: String, _ cells: [String]) -> String {
        Self.padded(label, 11) + "|" + cells.map { Self.padded($0, Self.width) }.joined(separator: "|")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    private static func short(_ day: Day) -> String { String(day.description.suffix(5)) }

    /// A text in at most two lines of one day's width; what does not fit ends in `~`.
    static func wrapped(_ text: String) -> [String] {
        var lines = [""]
        var width = 0
        for scalar in text.unicodeScalars {
            let next = DisplayWidth.of(scalar)
            if width + next > Self.width - (lines.count == 2 ? 1 : 0) {
                guard lines.count == 1 else { return [lines[0], lines[1] + "~"] }
                lines.append("")
                width = 0
            }
            lines[lines.count - 1].unicodeScalars.append(scalar)
            width += next
        }
        return lines
    }
}
