/// A page for paper: self-contained HTML for A4, with Chinese fonts named in its style sheet and no script.
public struct PrintPage: Sendable {
    /// How the paper lies.
    public enum Layout: String, Sendable {
        /// Upright, for lists and letters.
        case sheet
        /// On its side in a frame, for what is handed over on a stage.
        case certificate
    }

    private let title: String
    private let language: String
    private let layout: Layout
    private var body = ""

    /// - Parameter language: the BCP 47 tag of the text, such as `zh-CN`.
    public init(title: String, language: String, layout: Layout = .sheet) {
        self.title = title
        self.language = language
        self.layout = layout
    }

    /// Adds a heading of the first (1) or second (2) level.
    public mutating func heading(_ text: String, level: Int = 1) {
        body += "<h\(level)>\(Self.escaped(text))</h\(level)>\n"
    }

    public mutating func paragraph(_ text: String) {
        body += "<p>\(Self.escaped(text))</p>\n"
    }

    /// Adds a line of a form: what it asks for at the left, the middle and the right.
    public mutating func fields(_ texts: [String]) {
        body += "<p class=\"fields\">" + texts.map { "<span>\(Self.escaped($0))</span>" }.joined() + "</p>\n"
    }

    /// Adds who signs and when, at the right, with room for a seal.
    public mutating func signature(_ lines: [String]) {
        body += "<p class=\"signature\">" + lines.map(Self.escaped).joined(separator: "<br>") + "</p>\n"
    }

    /// Adds a small line at the foot.
    public mutating func footnote(_ text: String) {
        body += "<p class=\"footnote\">\(Self.escaped(text))</p>\n"
    }

    /// Adds a table; rows that are shorter than the header end in empty cells.
    ///
    /// - Parameter shares: the parts of the width that the columns take, in per cent, where people write into the cells;
    ///   the rows are then tall. Empty: as wide and tall as the text.
    public mutating func table(header: [String], rows: [[String]], shares: [Int] = []) {
        let columns = shares.map { "<col style=\"width:\($0)%\">" }.joined()
        body +=
            "<table\(shares.isEmpty ? "" : " class=\"form\"")>\n\(columns)<thead><tr>"
            + header.map { "<th>\(Self.escaped($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
        for row in rows {
            let cells = header.indices.map { $0 < row.count ? row[$0] : "" }
            body += "<tr>" + cells.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>\n"
        }
        body += "</tbody>\n</table>\n"
    }

    /// Adds cards to cut out and fold, two in a row: a large line, and a small one below.
    public mutating func cards(_ cards: [(large: String, small: String)]) {
        body += "<div class=\"cards\">\n"
        for card in cards {
            body +=
                "<div class=\"card\"><b>\(Self.escaped(card.large))</b><span>\(Self.escaped(card.small))</span></div>\n"
        }
        body += "</div>\n"
    }

    private var page: String {
        switch layout {
        case .sheet:
            "size: A4 portrait; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt; }"
        case .certificate: "size: A4 landscape; margin: 0;"
        }
    }

    /// The whole document.
    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(Self.escaped(language))">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(Self.escaped(title))</title>
        <style>
        @page { \(page) }
        body { margin: 0; font: 11pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; color: #000; }
        h1, h2 { font-family: "Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif; text-align: center; }
        h1 { font-size: 18pt; } h2 { font-size: 13pt; }
        table { width: 100%; border-collapse: collapse; }
        th, td { border: 0.5pt solid #000; padding: 2mm; text-align: left; vertical-align: top; }
        tr { break-inside: avoid; } thead { display: table-header-group; } th { background: #eee; }
        .form { table-layout: fixed; } .form th, .form td { height: 10mm; padding: 0 2mm; text-align: center;
          vertical-align: middle; }
        .fields { display: flex; justify-content: space-between; margin: 6mm 0 3mm; }
        .signature { margin: 14mm 0 0; text-align: right; }
        .footnote { color: #444; font-size: 9pt; text-align: center; }
        .certificate { box-sizing: border-box; width: 297mm; height: 209mm; padding: 12mm; font-size: 17pt; line-height: 2.1; }
        .certificate main { box-sizing: border-box; height: 100%; border: 2mm double #8a1c1c; padding: 16mm 34mm 0;
          position: relative; }
        .certificate h1 { margin: 4mm 0 6mm; color: #8a1c1c; font-size: 40pt; line-height: 1.4; letter-spacing: 0.35em;
          text-indent: 0.35em; }
        .certificate p { margin: 0; } .certificate .fields { margin: 0 0 6mm; font-size: 12pt; }
        .certificate .signature { position: absolute; right: 34mm; bottom: 24mm; text-align: center; }
        .certificate .footnote { position: absolute; left: 0; right: 0; bottom: 7mm; line-height: 1.4; }
        .cards { display: flex; flex-wrap: wrap; }
        .card { width: 50%; height: 62mm; box-sizing: border-box; border: 0.5pt dashed #888; break-inside: avoid;
          display: flex; flex-direction: column; align-items: center; justify-content: center; padding: 0 4mm;
          text-align: center; }
        .card b { font: 700 40pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif; }
        .card span { margin-top: 2mm; font-size: 13pt; line-height: 1.4; }
        </style>
        </head>
        <body class="\(layout.rawValue)">
        <main>
        \(body)</main>
        </body>
        </html>

        """
    }

    /// Text as HTML content or attribute value.
    public static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
