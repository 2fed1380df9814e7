/// Whether a line may be kept in a file: no secret fields, and nothing that looks like a number of somebody's.
///
/// What does not parse is not kept either: a secret may stand in the wrong place.
struct Secrecy {
    /// Digits in a row from which a word may be an ID number, a telephone or an account.
    private static let telling = 9

    static func mayKeep(_ line: ParsedLine, words: [Word]) -> Bool {
        for (field, value) in zip(line.command.fields, line.values) where field.isSecret && value != nil {
            return false
        }
        return !words.contains { looksLikeNumber($0.text) }
    }

    /// True for a word with many digits in a row; separators that people put between them do not count.
    static func looksLikeNumber(_ text: String) -> Bool {
        var digits = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType != nil {
                digits += 1
                if digits >= telling { return true }
            } else if scalar != " " && scalar != "-" {
                digits = 0
            }
        }
        return false
    }
}
