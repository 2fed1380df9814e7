import Zones

/// Proposes who joins which project when both sides may choose (双向选择).
///
/// Deferred acceptance (Gale and Shapley, 1962) with people proposing: nobody and no project that chose each other would
/// both rather have each other than what they got. Only pairs that both sides wished for are matched; of equal ranks the
/// lower code comes first, so that the same wishes always give the same matches.
public struct SquadMatching: Sendable, Hashable {
    public struct Match: Sendable, Hashable {
        public let person: Code
        public let project: Code
    }

    private var wanted: [Code: [Code: Int]] = [:]
    private var liked: [Code: [Code: Int]] = [:]

    public init() {}

    public mutating func add(_ person: Code, _ project: Code, by side: WishSide, rank: Int) {
        switch side {
        case .person: wanted[person, default: [:]][project] = rank
        case .project: liked[project, default: [:]][person] = rank
        }
    }

    /// The matches, by project and the project's own order.
    public func matches(seats: Int) -> [Match] {
        var lists: [Code: [Code]] = [:]
        for (person, ranks) in wanted {
            let mutual = ranks.filter { liked[$0.key]?[person] != nil }
            // The last one is asked first, so the list stands from the dearest at its end.
            lists[person] = mutual.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
        }
        var taken: [Code: [Code]] = [:]
        var free = lists.keys.sorted(by: >)
        while let person = free.popLast() {
            guard let project = lists[person]?.popLast() else { continue }
            var members = taken[project, default: []] + [person]
            members.sort { (liked[project]?[$0] ?? 0, $0) < (liked[project]?[$1] ?? 0, $1) }
            while members.count > seats { free.append(members.removeLast()) }
            taken[project] = members
        }
        return taken.sorted { $0.key < $1.key }.flatMap { project, members in
            members.map { Match(person: $0, project: project) }
        }
    }
}
