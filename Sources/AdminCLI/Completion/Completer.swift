/// Says what can follow the text before the cursor: nouns, verbs, fields, the words of a choice, codes of the database.
struct Completer {
    let registry: Registry
    /// True in a shell, where every option may stand; a line of a session takes only those of one line.
    let isArgv: Bool
    /// The codes in a table that begin with a text, as the options' login may see them; nothing where that fails.
    let codes: (_ table: String, _ beginning: String, _ options: Options) -> [String]

    /// - Parameter options: what holds unless the line says otherwise
    func completions(_ line: PartialLine, options: Options) -> Completions {
        var reading = Reading(options: options)
        for (position, word) in line.words.enumerated() {
            reading.take(word, registry, isLast: position == line.words.count - 1)
        }
        let found = candidates(reading, line.partial)
        guard case .words(let candidates) = found else { return found }
        return .words(candidates.filter { $0.text.hasPrefix(line.partial) && $0.text != "" })
    }

    private func candidates(_ reading: Reading, _ partial: String) -> Completions {
        if let option = reading.optionToFill { return .words(values(of: option, partial, reading)) }
        if let field = reading.fieldToFill { return values(of: field, reading, partial) }
        if partial.hasPrefix("--"), let equals = partial.firstIndex(of: "=") {
            return attached(reading, String(partial[..<equals]), String(partial[partial.index(after: equals)...]))
        }
        guard let noun = reading.noun else { return .words(nouns(partial)) }
        guard let command = reading.command else { return .words(verbs(of: noun)) }
        var words: [Candidate] = []
        if !partial.hasPrefix("-") {
            if reading.given.isEmpty, command.verb.isEmpty { words += verbs(of: noun) }
            if let key = reading.nextKey {
                let values = values(of: key, reading, partial)
                guard case .words(let found) = values else { return values }
                words += found
            }
            if !words.isEmpty { return .words(words) }
        }
        return .words(words + fields(reading, command) + (partial.hasPrefix("-") ? options(reading) : []))
    }

    private func nouns(_ partial: String) -> [Candidate] {
        if partial.hasPrefix("-") { return options(Reading(options: Options())) }
        return registry.nouns.map { noun in
            let verbs = registry.verbs(of: noun)
            let meaning = verbs.joined(separator: " ")
            return Candidate(noun, registry.command(noun, "")?.summary ?? Text(meaning, meaning))
        } + (isArgv ? [] : ["use", "exit", "quit"].map { Candidate($0) })
    }

    private func verbs(of noun: String) -> [Candidate] {
        registry.verbs(of: noun).map { Candidate($0, registry.command(noun, $0)?.summary) }
    }

    /// The named fields that were not given: those that must be given first.
    private func fields(_ reading: Reading, _ command: Command) -> [Candidate] {
        let open = command.fields.filter { !$0.isKey && !reading.given.contains($0.name) }
        return (open.filter { $0.need == .required } + open.filter { $0.need != .required }).map {
            Candidate($0.label, $0.meaning)
        }
    }

    private func options(_ reading: Reading) -> [Candidate] {
        GlobalOption.allCases.filter { (isArgv || $0.isOfOneLine) && !reading.optionsGiven.contains($0) }
            .sorted { $0.rawValue < $1.rawValue }.map { Candidate($0.name, $0.meaning) }
    }

    /// `--name=value`: the whole word is the candidate.
    private func attached(_ reading: Reading, _ name: String, _ value: String) -> Completions {
        let found: Completions
        if let field = reading.command?.fields.first(where: { $0.label == name && !$0.isKey }) {
            found = values(of: field, reading, value)
        } else if let option = GlobalOption(rawValue: String(name.dropFirst(2))) {
            found = .words(values(of: option, value, reading))
        } else {
            return .words([])
        }
        guard case .words(let candidates) = found else { return found }
        return .words(candidates.map { Candidate(name + "=" + $0.text, $0.meaning, isOpen: $0.isOpen) })
    }

    private func values(of option: GlobalOption, _ partial: String, _ reading: Reading) -> [Candidate] {
        switch option {
        case .zone: codes("zone", partial, reading.options).map { Candidate($0) }
        case .lang: Language.allCases.map { Candidate($0.rawValue) }
        case .tx: Options.Transaction.allCases.map { Candidate($0.rawValue) }
        case .encoding: Options.Encoding.allCases.map { Candidate($0.rawValue) }
        default: []
        }
    }

    private func values(of field: Field, _ reading: Reading, _ partial: String) -> Completions {
        switch field.type {
        case .list(let element):
            // What stands before the last comma stays.
            let last = partial.lastIndex(of: ",").map { partial.index(after: $0) } ?? partial.startIndex
            let found = words(element, field, reading, String(partial[last...]))
            return .words(found.map { Candidate(partial[..<last] + $0.text, $0.meaning, isOpen: true) })
        case .path: return .files
        default: return .words(words(field.type, field, reading, partial))
        }
    }

    private func words(_ type: FieldType, _ field: Field, _ reading: Reading, _ partial: String) -> [Candidate] {
        switch (reading.command?.name, field.name) {
        case ("help", "noun"): return registry.nouns.map { Candidate($0) }
        case ("help", "verb"): return reading.keys.first.map { verbs(of: $0) } ?? []
        case ("explain", "code"): return Explanations.all.map { Candidate($0.code) }
        default: break
        }
        switch type {
        case .choice(let words): return words.map { Candidate($0) }
        case .zone: return codes("zone", partial, reading.options).map { Candidate($0) }
        case .code:
            guard let table = CodeTable.name(of: field, command: reading.command) else { return [] }
            return codes(table, partial, reading.options).map { Candidate($0) }
        default: return []
        }
    }
}
