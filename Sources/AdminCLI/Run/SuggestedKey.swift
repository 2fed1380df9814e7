import Store

/// A key that names nothing, with the keys that were probably meant.
struct SuggestedKey: Explained {
    let rejection: CoreRejection
    let suggestions: [String]

    var code: String { rejection.code }
    var zh: String { rejection.zh }
    var en: String { rejection.en }
    var exit: ExitCode { rejection.exit }
    var hint: Text? { Phrase.didYouMean(suggestions) ?? rejection.hint }
    static var explanations: [Explanation] { [] }
}

extension Performer {
    /// How many rows of a list are looked through for a similar key.
    private static let listed = 5_000

    private struct Enough: Error {}

    /// The error with suggestions, if it says that a key names nothing: keys that `NOUN list` shows and that are
    /// similar. Asked outside any transaction that failed.
    func suggesting(_ error: any Error, _ line: ParsedLine, _ request: Request) -> any Error {
        guard let rejection = error as? CoreRejection, case .missing(let noun, let key) = rejection else {
            return error
        }
        guard let list = registry.command(noun, "list"), case .query(let query) = list.action,
            let code = list.columns.firstIndex(where: { $0.kind == .code }),
            let values = try? list.defaults(), let session = try? source.session(line.options)
        else { return error }
        var keys: Set<String> = []
        do {
            let output = try query(Invocation(command: list, values: values, request: request), session)
            try output.forEachRow { row in
                if let text = row[code].machineText { keys.insert(text) }
                if keys.count >= Self.listed { throw Enough() }
            }
        } catch is Enough {} catch { return rejection }
        return SuggestedKey(rejection: rejection, suggestions: Suggestion.nearest(to: key, in: keys))
    }
}

extension Command {
    /// The values of its fields when nothing is given.
    /// - Throws: `Located` if something must be given
    func defaults() throws -> [FieldValue?] {
        let given = GivenFields(command: self, lastOffset: 0)
        return try given.finish(options: Options(), reference: { _ in nil }).values
    }
}

extension Output {
    /// Gives the rows one by one.
    func forEachRow(_ body: ([Cell]) throws -> Void) throws {
        switch self.body {
        case .none, .lines, .document: return
        case .rows(let rows), .picture(let rows, _): try rows.forEach(body)
        case .stream(let stream): try stream(body)
        }
    }
}
