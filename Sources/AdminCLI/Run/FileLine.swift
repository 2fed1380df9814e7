/// What the words of a line in a session file amount to.
enum FileLine {
    /// Nothing, or only a comment.
    case blank
    /// `use --zone Z --clock T`: what holds for the lines after it.
    case use(Options)
    /// A command; `expected` is the code with which it must be refused.
    case command(ArraySlice<Word>, expected: String?)

    /// - Throws: `Located`
    init(_ words: [Word], _ parser: LineParser, _ options: Options) throws {
        guard let first = words.first else {
            self = .blank
            return
        }
        switch first.text {
        case "use":
            var changed = options
            var rest = words.dropFirst()
            guard !rest.isEmpty else { throw Located(GrammarFault.useWithoutOption, at: first.offset) }
            try parser.takeOptions(&rest, &changed)
            let others =
                (changed.yes, changed.expected, changed.request) != (options.yes, options.expected, options.request)
            guard rest.isEmpty, !others else {
                throw Located(GrammarFault.useWithoutOption, at: rest.first?.offset ?? first.offset)
            }
            self = .use(changed)
        case "expect":
            guard words.count > 2 else { throw Located(GrammarFault.expectIncomplete, at: first.offset) }
            self = .command(words.dropFirst(2), expected: words[1].text)
        default:
            self = .command(words[...], expected: nil)
        }
    }
}
