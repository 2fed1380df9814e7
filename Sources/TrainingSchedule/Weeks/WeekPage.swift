import Casework
import Zones

/// A week on a sheet of paper: one self-contained page of HTML for A4 across, without script.
public struct WeekPage: Sendable {
    /// The words on it, in the reader's language.
    public struct Words: Sendable {
        public let language: String
        public let title: String
        /// Monday to Sunday.
        public let weekdays: [String]
        /// For a session of which nothing may be told.
        public let taken: String

        public init(language: String, title: String, weekdays: [String], taken: String) {
            self.language = language
            self.title = title
            self.weekdays = weekdays
            self.taken = taken
        }
    }

    /// Minutes of one row.
    private static let step = 15

    private let week: Week
    private let words: Words

    public init(_ week: Week, _ words: Words) {
        self.week = week
        self.words = words
    }

    /// The first and the last full hour that are shown: from eight to six at least, more when sessions need it.
    private var hours: ClosedRange<Int> {
        let first = week.entries.map(\.starts.timeOfDay.hour).min() ?? 8
        let last = week.entries.map { ($0.ends.timeOfDay.minutes + 59) / 60 }.max() ?? 18
        return min(first, 8)...max(last, 18)
    }

    /// The height of a row in hundredths of a millimetre: the whole week fits on one sheet, however long its days are.
    private func height(rows: Int) -> Int { min(310, Self.sheet / max(1, rows)) }

    /// What A4 across leaves for the rows, below the title and the names of the days, in hundredths of a millimetre.
    private static let sheet = 16_400

    /// Up to so many minutes an entry has no room for a line each.
    private static let short = 60

    private func row(_ minutes: Int) -> Int { 2 + (minutes - hours.lowerBound * 60) / Self.step }

    private var cells: String {
        let escaped = PrintPage.escaped
        var html = ""
        for (index, day) in week.days.enumerated() {
            let name = index < words.weekdays.count ? words.weekdays[index] : ""
            html +=
                "<div class=\"day\" style=\"grid-column:\(index + 2);grid-row:1\">\(escaped(name))<br>\(day)</div>\n"
                + "<div class=\"lane\" style=\"grid-column:\(index + 2);grid-row:2/-1\"></div>\n"
        }
        for hour in hours.dropLast() {
            let text = TimeText.of(hour * 60)
            html += "<div class=\"hour\" style=\"grid-row:\(row(hour * 60))/span \(60 / Self.step)\">\(text)</div>\n"
        }
        for entry in week.entries {
            let column = week.monday.days(until: entry.starts.day) + 2
            let from = row(entry.starts.timeOfDay.minutes)
            let until = max(from + 1, row(entry.ends.timeOfDay.minutes + Self.step - 1))
            let isShort = entry.ends.timeOfDay.minutes - entry.starts.timeOfDay.minutes <= Self.short
            html +=
                "<div class=\"entry\(entry.session == nil ? " other" : "")\(isShort ? " short" : "")\" "
                + "style=\"grid-column:\(column);grid-row:\(from)/\(until)\"><b>\(escaped(entry.course ?? words.taken))</b>"
                + "<span>\(entry.starts.timeOfDay)–\(entry.ends.timeOfDay)</span>"
                + week.details(entry).map { "<span>\(escaped($0))</span>" }.joined() + "</div>\n"
        }
        return html
    }

    /// The whole document.
    public var html: String {
        let rows = (hours.upperBound - hours.lowerBound) * 60 / Self.step
        let height = "\(height(rows: rows) / 100).\(height(rows: rows) % 100 / 10)mm"
        return """
            <!DOCTYPE html>
            <html lang="\(PrintPage.escaped(words.language))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>\(PrintPage.escaped(words.title))</title>
            <style>
            @page { size: A4 landscape; margin: 10mm; }
            body { font: 10pt/1.35 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", SimHei, sans-serif; \
            color: #000; margin: 8mm; }
            h1 { font-size: 15pt; text-align: center; margin: 0 0 4mm; }
            .week { display: grid; grid-template-columns: 14mm repeat(7, 1fr); \
            grid-template-rows: auto repeat(\(rows), \(height)); border: 0.5pt solid #555; }
            .day { text-align: center; font-weight: bold; border-bottom: 0.5pt solid #555; border-left: 0.5pt solid #aaa; \
            padding: 1mm; }
            .lane { border-left: 0.5pt solid #aaa; }
            .hour { grid-column: 1 / -1; border-top: 0.25pt dotted #bbb; color: #555; font-size: 8pt; padding-left: 1mm; }
            .entry { margin: 0.3mm 0.6mm; padding: 0.6mm 1mm; background: #dfeaf7; border: 0.5pt solid #36648b; \
            border-radius: 1mm; overflow: hidden; font-size: 8.5pt; line-height: 1.2; z-index: 1; }
            .entry b, .entry span { display: block; overflow-wrap: anywhere; }
            .short { font-size: 7pt; line-height: 1.1; padding: 0.2mm 0.6mm; }
            .short b, .short span { display: inline; margin-right: 0.8mm; }
            .other { background: #eee; border-color: #888; border-style: dashed; }
            @media print { body { margin: 0; } .entry { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
            </style>
            </head>
            <body>
            <h1>\(PrintPage.escaped(words.title))</h1>
            <div class="week">
            \(cells)</div>
            </body>
            </html>

            """
    }
}

/// Minutes since midnight as `HH:MM`.
enum TimeText {
    static func of(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
