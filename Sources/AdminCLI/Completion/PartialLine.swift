/// A line that is still being typed: the words that are finished, and the one before the cursor.
///
/// Lenient where the tokenizer is strict: a quote may still be open, and nothing is refused.
struct PartialLine {
    /// The finished words, without their quotes.
    private(set) var words: [String] = []
    /// What was typed of the next word; empty after a blank.
    private(set) var partial = ""

    init(_ text: String) {
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in text {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\" && quote != "'" {
                isEscaped = true
                word = word ?? ""
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " || character == "\t" {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        partial = word ?? ""
    }

    /// The same line without its first word, the program's name in a shell; nil while that is being typed.
    var withoutProgram: PartialLine? {
        guard !words.isEmpty else { return nil }
        var line = self
        line.words.removeFirst()
        return line
    }
}
