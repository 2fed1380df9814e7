extension LineParser {
    /// The command of a noun and the word after it.
    func command(_ noun: Word, _ rest: inout ArraySlice<Word>) throws(Located) -> Command {
        guard registry.has(noun: noun.text) else { throw Located(unknown(noun, next: rest.first), at: noun.offset) }
        if let word = rest.first, let command = registry.command(noun.text, word.text), !command.verb.isEmpty {
            rest.removeFirst()
            return command
        }
        let verbs = registry.verbs(of: noun.text)
        if let alone = registry.command(noun.text, "") {
            let mayTakeWord = rest.first.map { $0.text.hasPrefix("--") || !alone.keys.isEmpty } ?? true
            if mayTakeWord || verbs.isEmpty { return alone }
        }
        guard let word = rest.first, !word.text.hasPrefix("--") else {
            throw Located(GrammarFault.verbMissing(noun: noun.text, verbs: verbs), at: noun.offset)
        }
        let near = Suggestion.verb(meaning: word.text, of: verbs)
        let fault = GrammarFault.unknownVerb(noun: noun.text, word.text, suggestions: near.isEmpty ? verbs : near)
        throw Located(fault, at: word.offset)
    }

    private func unknown(_ noun: Word, next: Word?) -> GrammarFault {
        if let next, registry.command(next.text, noun.text) != nil {
            return .exchanged(noun: next.text, verb: noun.text)
        }
        let near = Suggestion.nearest(to: noun.text, in: registry.nouns)
        return .unknownNoun(noun.text, suggestions: near)
    }
}
