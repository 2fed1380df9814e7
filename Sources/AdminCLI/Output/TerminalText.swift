/// Text made harmless for a terminal: characters that command it or reorder its line are shown as `\u{1b}`.
enum TerminalText {
    /// The text with control and bidi characters and line separators escaped.
    static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": escaped += "\\n"
            case "\t": escaped += "\\t"
            case "\r": escaped += "\\r"
            case _ where isUnsafe(scalar): escaped += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarKind(scalar.value) {
        case .plain, .wideSpace: false
        case .control, .bidi, .separator, .byteOrderMark: true
        }
    }
}
