/// The words given for the fields of a command, before they are read as values.
struct GivenFields {
    let command: Command
    private let lastOffset: Int
    private var words: [Word?]
    /// The words of a last key that is a list.
    private var listWords: [Word] = []
    private var keysGiven = 0
    private var keyPositions: [Int]

    /// - Parameter lastOffset: where a complaint about something missing points
    init(command: Command, lastOffset: Int) {
        self.command = command
        self.lastOffset = lastOffset
        words = Array(repeating: nil, count: command.fields.count)
        keyPositions = command.fields.indices.filter { command.fields[$0].isKey }
    }

    /// Takes a word given by position.
    mutating func addKey(_ word: Word) throws(Located) {
        guard keysGiven < keyPositions.count else {
            if let last = keyPositions.last, case .list = command.fields[last].type {
                listWords.append(word)
                return
            }
            let fault = GrammarFault.tooManyWords(command: command.name, word.text, takes: keyPositions.count)
            throw Located(fault, at: word.offset)
        }
        words[keyPositions[keysGiven]] = word
        keysGiven += 1
    }

    /// Takes the value of a named field.
    mutating func add(_ position: Int, _ word: Word) throws(Located) {
        guard words[position] == nil else {
            throw Located(GrammarFault.doubled("--" + command.fields[position].name), at: word.offset)
        }
        words[position] = word
    }

    /// The complaint about a field that the command does not have.
    func unknown(_ name: String) -> GrammarFault {
        let named = command.fields.filter { !$0.isKey }.map(\.name)
        let near = Suggestion.nearest(to: name, in: named + GlobalOption.allCases.map(\.rawValue))
        return .unknownField(command: command.name, "--" + name, suggestions: near.map { "--" + $0 })
    }

    /// Reads the words as values.
    func finish(options: Options, reference: @escaping (String) throws -> String?) throws -> ParsedLine {
        let missing = command.fields.indices.filter { command.fields[$0].need == .required && words[$0] == nil }
        guard missing.isEmpty else {
            let names = missing.map { command.fields[$0].label }
            throw Located(GrammarFault.missing(command: command.name, names), at: lastOffset)
        }
        var reader = ValueReader(context: ValueContext(clock: options.clock), reference: reference)
        var canonical = command.name
        var values: [FieldValue?] = []
        values.reserveCapacity(words.count)
        for (position, field) in command.fields.enumerated() {
            var given = words[position].map { [$0] } ?? []
            if position == keyPositions.last { given += listWords }
            let value = try reader.value(of: field, given)
            values.append(value)
            if value != nil { canonical += "\u{1F}" + field.name + "=" + reader.spelling }
        }
        return ParsedLine(
            command: command,
            values: values,
            options: options,
            canonical: canonical,
            usesReference: reader.usedReference
        )
    }
}

extension Field {
    /// As written in a usage line: `VENUE` or `--name`.
    var label: String { isKey ? name.uppercased() : "--" + name }
}
