import Store
import Zones

/// A frozen ranking: its lines explain every point, and its digest covers them.
public struct RankingTable: Sendable, Hashable {
    /// Points for what happened in one project, in hundredths.
    public struct Line: Sendable, Hashable {
        public let subject: String
        public let project: Code
        public let rule: Code
        public let on: Day
        /// The subject's share of credit, in basis points.
        public let share: Int
        public let points: Int
        /// The most that one rule gives a subject in a month, in hundredths.
        public let cap: Int

        public init(subject: String, project: Code, rule: Code, on: Day, share: Int, points: Int, cap: Int) {
            self.subject = subject
            self.project = project
            self.rule = rule
            self.on = on
            self.share = share
            self.points = points
            self.cap = cap
        }
    }

    /// A subject's place; those with equal points share it, and the next place counts them.
    public struct Place: Sendable, Hashable {
        public let rank: Int
        public let isTie: Bool
        public let subject: String
        /// In hundredths of a point.
        public let points: Int
        /// How many projects they come from.
        public let projects: Int
    }

    public let lines: [Line]
    public let digest: String

    public init(lines: [Line], digest: String) {
        self.lines = lines
        self.digest = digest
    }

    /// Whether the digest still covers the lines.
    public var isIntact: Bool {
        let text = lines.map {
            [$0.subject, $0.project.text, $0.rule.text, "\($0.on)", "\($0.share)", "\($0.points)"]
                .joined(separator: "\u{1F}")
        }.joined(separator: "\n")
        return SHA256.digest(of: text).hexadecimal == digest
    }

    /// The places, the first one first.
    public var places: [Place] {
        let bySubject = Dictionary(grouping: lines, by: \.subject)
        let sums = bySubject.map { subject, lines in
            let capped = Dictionary(grouping: lines, by: \.rule).values.reduce(0) { sum, ofRule in
                sum + min(ofRule.reduce(0) { $0 + $1.points }, ofRule.map(\.cap).max() ?? 0)
            }
            return (subject: subject, points: capped, projects: Set(lines.map(\.project)).count)
        }.sorted { ($1.points, $0.subject) < ($0.points, $1.subject) }
        return sums.map { sum in
            Place(
                rank: sums.count { $0.points > sum.points } + 1,
                isTie: sums.count { $0.points == sum.points } > 1,
                subject: sum.subject,
                points: sum.points,
                projects: sum.projects
            )
        }
    }
}
