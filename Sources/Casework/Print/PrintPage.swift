/// A page for paper: self-contained HTML for A4, with Chinese fonts named in its style sheet and no script.
public struct PrintPage: Sendable {
    private let title: String
    private let language: String
    private var body = ""

    /// - Parameter language: the BCP 47 tag of the text, such as `zh-CN`.
    public init(title: String, language: String) {
        self.title = title
        self.language = language
    }

    /// Adds a heading of the first (1) or second (2) level.
    public mutating func heading(_ text: String, level: Int = 1) {
        body += "<h\(level)>\(Self.escaped(text))</h\(level)>\n"
    }

    public mutating func paragraph(_ text: String) {
        body += "<p>\(Self.escaped(text))</p>\n"
    }

    /// Adds a table; rows that are shorter than the header end in empty cells.
    public mutating func table(header: [String], rows: [[String]]) {
        body +=
            "<table>\n<thead><tr>" + header.map { "<th>\(Self.escaped($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
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
        @page { size: A4; margin: 20mm 18mm; }
        body { font: 11pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; color: #000; }
        h1, h2 { font-family: "Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif; text-align: center; }
        h1 { font-size: 18pt; } h2 { font-size: 13pt; }
        table { width: 100%; border-collapse: collapse; }
        th, td { border: 0.5pt solid #000; padding: 2mm; text-align: left; vertical-align: top; }
        tr { break-inside: avoid; }
        .cards { display: flex; flex-wrap: wrap; }
        .card { width: 50%; height: 60mm; box-sizing: border-box; border: 0.5pt dashed #000; break-inside: avoid;
          display: flex; flex-direction: column; align-items: center; justify-content: center; }
        .card b { font-size: 40pt; line-height: 1.3; }
        </style>
        </head>
        <body>
        \(body)</body>
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
