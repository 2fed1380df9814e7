/// A manual page in the `man` macros, built piece by piece; every text is escaped.
struct Roff {
    private(set) var text = ""

    /// - Parameter section: of the manual, 1 for programs
    init(title: String, section: Int, on day: String, source: String, manual: String) {
        // The first line tells `man` the encoding.
        text = "'\\\" t -*- coding: utf-8 -*-\n"
        // Lines are neither stretched nor hyphenated: they hold commands.
        text +=
            ".TH \(title) \(section) \"\(day)\" \"\(Self.escaped(source))\" \"\(Self.escaped(manual))\"\n.nh\n.ad l\n"
    }

    mutating func section(_ name: String) { text += ".SH \(Self.escaped(name))\n" }

    mutating func subsection(_ name: String) { text += ".SS \(Self.escaped(name))\n" }

    /// A paragraph, one sentence a line.
    mutating func paragraph(_ sentences: String...) {
        text += ".PP\n" + sentences.map { Self.escaped($0) + "\n" }.joined()
    }

    /// Text after a heading, where `.PP` would say nothing.
    mutating func sentence(_ sentence: String) { text += Self.escaped(sentence) + "\n" }

    /// A term in bold, and what it means, indented below it.
    mutating func item(_ term: String, _ meaning: String) {
        text += ".TP\n.B \(Self.escaped(term))\n" + Self.escaped(meaning.isEmpty ? term : meaning) + "\n"
    }

    /// Further lines of an item.
    mutating func line(_ line: String) { text += ".br\n" + Self.escaped(line) + "\n" }

    /// Items that belong to the item before.
    mutating func nested(_ items: [(term: String, meaning: String)]) {
        guard !items.isEmpty else { return }
        text += ".RS\n"
        for item in items { self.item(item.term, item.meaning) }
        text += ".RE\n"
    }

    /// Lines as they are.
    mutating func literal(_ lines: [String]) {
        text += ".nf\n.RS\n" + lines.map { Self.escaped($0) + "\n" }.joined() + ".RE\n.fi\n"
    }

    /// A text that no macro or escape sequence can begin in; between ideographs a line may be broken.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        var lastIsWide = false
        for scalar in text.unicodeScalars {
            let isWide = scalar.value > 0x2E80 && DisplayWidth.of(scalar) == 2
            // Punctuation that closes stays with the word before it.
            if isWide, lastIsWide, !"，。；：、！？）】》”’".unicodeScalars.contains(scalar) { escaped += "\\:" }
            switch scalar {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "\"": escaped += "\\(dq"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "`": escaped += "\\(ga"
            case "\n", "\t": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
            lastIsWide = isWide && !"（【《“‘".unicodeScalars.contains(scalar)
        }
        return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }
}
