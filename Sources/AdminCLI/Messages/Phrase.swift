/// Small pieces that many sentences need.
enum Phrase {
    /// `U+202E`
    static func codePoint(_ value: UInt32) -> String {
        let hex = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }

    /// `0xFF`
    static func byte(_ value: UInt8) -> String {
        "0x" + (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
    }

    /// A word of the user's, in quotes, shortened, and harmless on a terminal.
    static func quoted(_ word: String) -> String {
        let shown = word.count > 60 ? word.prefix(60) + "…" : word[...]
        return "“" + TerminalText.escaped(String(shown)) + "”"
    }

    /// `a, b or c`
    static func any(_ words: [String], _ language: Language) -> String {
        switch language {
        case .zh: words.joined(separator: "、")
        case .en:
            words.count < 2
                ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        }
    }

    /// The question whether one of the suggestions was meant; nil without suggestions.
    static func didYouMean(_ suggestions: [String]) -> Text? {
        guard !suggestions.isEmpty else { return nil }
        return Text("是否指 \(any(suggestions, .zh))？", "did you mean \(any(suggestions, .en))?")
    }

    /// `1 line`, `2 lines`
    static func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
}
