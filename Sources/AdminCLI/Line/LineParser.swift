/// Makes a command of words: `[option…] NOUN VERB [KEY…] [--field value | --field=value]…`
struct LineParser {
    let registry: Registry
    /// True in argv, where every option may stand; a line of a file takes only those of one line.
    let isArgv: Bool
    /// Answers `@noun` with the last id made of that noun.
    let reference: (String) throws -> String?

    init(registry: Registry, isArgv: Bool, reference: @escaping (String) throws -> String? = { _ in nil }) {
        self.registry = registry
        self.isArgv = isArgv
        self.reference = reference
    }

    /// - Parameter options: what holds unless the line says otherwise
    /// - Throws: `Located`, or what `reference` throws
    func parse(_ words: ArraySlice<Word>, options: Options) throws -> ParsedLine {
        var options = options
        var rest = words
        try takeOptions(&rest, &options)
        guard let noun = rest.popFirst() else { throw Located(GrammarFault.noCommand, at: words.first?.offset ?? 1) }
        let command = try command(noun, &rest)
        var given = GivenFields(command: command, lastOffset: words.last?.offset ?? noun.offset)
        var onlyKeys = false
        while let word = rest.popFirst() {
            if onlyKeys || !word.text.hasPrefix("--") {
                try given.addKey(word)
            } else if word.text == "--" {
                onlyKeys = true
            } else {
                try takeField(word, &rest, &given, &options)
            }
        }
        if isArgv { try options.checkedTogether(at: noun.offset) }
        return try given.finish(options: options, reference: reference)
    }

    /// Takes the options before the noun.
    func takeOptions(_ words: inout ArraySlice<Word>, _ options: inout Options) throws {
        while let word = words.first, word.text.hasPrefix("--"), word.text.utf8.count > 2 {
            words.removeFirst()
            let (name, value) = Self.split(word)
            guard let option = GlobalOption(rawValue: name) else {
                let names = GlobalOption.allCases.map(\.rawValue)
                let near = Suggestion.nearest(to: name, in: names).map { "--" + $0 }
                throw Located(GrammarFault.unknownOption("--" + name, suggestions: near), at: word.offset)
            }
            try take(option, value, word, &words, &options)
        }
    }

    private func takeField(
        _ word: Word,
        _ rest: inout ArraySlice<Word>,
        _ given: inout GivenFields,
        _ options: inout Options
    ) throws {
        let (name, value) = Self.split(word)
        if let position = given.command.fields.firstIndex(where: { $0.name == name && !$0.isKey }) {
            let isFlag = given.command.fields[position].type == .flag
            try given.add(position, try self.value(of: name, isFlag: isFlag, value, word, &rest))
        } else if let option = GlobalOption(rawValue: name) {
            try take(option, value, word, &rest, &options)
        } else {
            throw Located(given.unknown(name), at: word.offset)
        }
    }

    private func take(
        _ option: GlobalOption,
        _ value: Word?,
        _ word: Word,
        _ rest: inout ArraySlice<Word>,
        _ options: inout Options
    ) throws {
        guard isArgv || option.isOfOneLine else {
            throw Located(GrammarFault.optionOfWholeRun(option.name), at: word.offset)
        }
        let value = try self.value(of: option.rawValue, isFlag: option.valueName == nil, value, word, &rest)
        try located(at: value.offset) { () throws(GrammarFault) in try options.set(option, to: value.text) }
    }

    /// The value of a field: after `=`, or the next word. A flag's is the empty text.
    private func value(
        of name: String,
        isFlag: Bool,
        _ attached: Word?,
        _ word: Word,
        _ rest: inout ArraySlice<Word>
    ) throws -> Word {
        if isFlag {
            guard attached == nil else { throw Located(GrammarFault.valueUnexpected("--" + name), at: word.offset) }
            return Word(text: "", offset: word.offset)
        }
        if let attached { return attached }
        guard let next = rest.first, !next.text.hasPrefix("--") else {
            throw Located(GrammarFault.valueMissing("--" + name), at: word.offset)
        }
        rest.removeFirst()
        return next
    }

    /// `--name=value` in two.
    private static func split(_ word: Word) -> (name: String, value: Word?) {
        let text = word.text.utf8.dropFirst(2)
        guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return (String(Substring(text)), nil) }
        let value = String(Substring(text[text.index(after: equals)...]))
        return (String(Substring(text[..<equals])), Word(text: value, offset: word.offset))
    }

    private func located(at offset: Int, _ body: () throws(GrammarFault) -> Void) throws(Located) {
        do throws(GrammarFault) { try body() } catch { throw Located(error, at: offset) }
    }
}
