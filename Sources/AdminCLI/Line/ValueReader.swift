import Zones

/// Reads the words of a field as its type.
struct ValueReader {
    let reference: (String) throws -> String?
    let context: ValueContext
    /// True once `@noun` stood for a code.
    private(set) var usedReference = false
    /// The last value in one spelling, references resolved.
    private(set) var spelling = ""

    init(context: ValueContext, reference: @escaping (String) throws -> String?) {
        self.context = context
        self.reference = reference
    }

    /// The value of a field; its default if nothing was given.
    /// - Throws: `Located`, or what `reference` throws
    mutating func value(of field: Field, _ words: [Word]) throws -> FieldValue? {
        spelling = ""
        guard let first = words.first else {
            guard case .defaulted(let text) = field.need else { return nil }
            return try read(field.label, field.type, Word(text: text, offset: 0))
        }
        guard case .list(let element) = field.type else { return try read(field.label, field.type, first) }
        var values: [FieldValue] = []
        var spellings: [String] = []
        for word in words {
            for part in word.text.split(separator: ",", omittingEmptySubsequences: false) {
                values.append(try read(field.label, element, Word(text: String(part), offset: word.offset)))
                spellings.append(spelling)
            }
        }
        spelling = spellings.joined(separator: "\u{1E}")
        return .list(values)
    }

    private mutating func read(_ field: String, _ type: FieldType, _ word: Word) throws -> FieldValue {
        var text = word.text
        if text.utf8.first == UInt8(ascii: "@"), type.takesReference {
            let noun = String(text.dropFirst())
            guard let made = try reference(noun) else {
                throw Located(GrammarFault.nothingMade(noun: noun), at: word.offset)
            }
            usedReference = true
            text = made
        }
        spelling = type == .flag ? "true" : text
        do throws(ValueFault) {
            return try type.parse(text, field: field, context)
        } catch {
            throw Located(error, at: word.offset)
        }
    }
}

extension FieldType {
    /// True for codes of things that a line can make.
    fileprivate var takesReference: Bool { self == .code || self == .zone }
}
