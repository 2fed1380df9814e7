/// How far the finished words of a line lead.
struct Reading {
    var options: Options
    private(set) var optionsGiven: Set<GlobalOption> = []
    private(set) var noun: String?
    private(set) var command: Command?
    /// Named fields that were given.
    private(set) var given: Set<String> = []
    /// Words given by position.
    private(set) var keys: [String] = []
    /// The last word is an option or a field that wants its value next.
    private(set) var optionToFill: GlobalOption?
    private(set) var fieldToFill: Field?

    init(options: Options) { self.options = options }

    /// The key that the next word is for.
    var nextKey: Field? {
        guard let all = command?.keys else { return nil }
        if keys.count < all.count { return all[keys.count] }
        if let last = all.last, case .list = last.type { return last }
        return nil
    }

    /// - Parameter isLast: no finished word follows
    mutating func take(_ word: String, _ registry: Registry, isLast: Bool) {
        if let option = optionToFill {
            try? options.set(option, to: word)
            optionToFill = nil
        } else if fieldToFill != nil {
            fieldToFill = nil
        } else if word.hasPrefix("--"), word.utf8.count > 2 {
            takeNamed(word)
        } else if let noun {
            takeWord(word, noun, registry)
        } else {
            noun = word
            if registry.verbs(of: word).isEmpty { command = registry.command(word, "") }
        }
    }

    private mutating func takeNamed(_ word: String) {
        let name = String(word.dropFirst(2).prefix { $0 != "=" })
        let value = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
        if let field = command?.fields.first(where: { $0.name == name && !$0.isKey }) {
            given.insert(name)
            if field.type != .flag, value == nil { fieldToFill = field }
        } else if let option = GlobalOption(rawValue: name) {
            optionsGiven.insert(option)
            if let value {
                try? options.set(option, to: value)
            } else if option.valueName != nil {
                optionToFill = option
            }
            if option.valueName == nil { try? options.set(option, to: "") }
        }
    }

    private mutating func takeWord(_ word: String, _ noun: String, _ registry: Registry) {
        if keys.isEmpty, given.isEmpty, command == nil || command?.verb.isEmpty == true,
            let found = registry.command(noun, word), !found.verb.isEmpty
        {
            command = found
        } else if command == nil, let alone = registry.command(noun, "") {
            command = alone
            keys.append(word)
        } else {
            keys.append(word)
        }
    }
}
