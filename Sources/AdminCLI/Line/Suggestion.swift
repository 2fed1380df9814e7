/// What a mistyped word was probably meant to be.
enum Suggestion {
    /// The number of inserted, deleted, replaced and exchanged neighbouring letters between two words
    /// (restricted Damerau–Levenshtein), or nil as soon as it exceeds the limit.
    static func distance(_ a: String, _ b: String, limit: Int) -> Int? {
        let a = Array(a.unicodeScalars)
        let b = Array(b.unicodeScalars)
        guard abs(a.count - b.count) <= limit else { return nil }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var current = [i + 1]
            current.reserveCapacity(b.count + 1)
            for j in 0..<b.count {
                var least = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
                current.append(least)
            }
            before = previous
            previous = current
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }

    /// The candidates nearest to a word, at most three, nearest first; none if all are far off.
    static func nearest(to word: String, in candidates: some Sequence<String>) -> [String] {
        let lowered = word.lowercased()
        let limit = max(1, min(word.unicodeScalars.count, 12) / 3)
        var found: [(candidate: String, distance: Int)] = []
        for candidate in candidates {
            let other = candidate.lowercased()
            if let distance = distance(lowered, other, limit: limit) {
                found.append((candidate, distance))
            } else if lowered.count >= 3, other.hasPrefix(lowered) {
                found.append((candidate, limit + 1))
            }
        }
        found.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
        return found.prefix(3).map(\.candidate)
    }

    /// Words of other programs for our verbs.
    static func verb(meaning word: String, of verbs: [String]) -> [String] {
        let meant: [String] =
            switch word.lowercased() {
            case "create", "new", "register", "insert": ["add"]
            case "ls", "all", "index": ["list"]
            case "get", "view", "describe", "info", "cat": ["show"]
            case "edit", "update", "change", "modify", "fix": ["correct"]
            case "remove", "rm", "delete", "del", "cancel", "drop": ["close", "withdraw", "remove", "cancel"]
            case "search", "lookup", "query": ["find"]
            case "upload": ["import", "load"]
            default: []
            }
        let fitting = meant.filter(verbs.contains)
        return fitting.isEmpty ? nearest(to: word, in: verbs) : fitting
    }
}
