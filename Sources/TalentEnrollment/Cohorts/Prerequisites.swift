import Zones

/// What a person must fulfil to come into a cohort; nil asks nothing.
///
/// Pure and total: the same function answers one person, everybody, and what would be. `enrollment.obstacles` checks the
/// same on applying and again on promotion; a test compares the two.
public struct Prerequisites: Sendable, Hashable {
    /// Whole years on the first day of the cohort.
    public var minAge: Int?
    public var maxAge: Int?
    /// One of them is needed; empty asks for none.
    public var awards: [String]
    public var minPostLevel: PostLevel?
    /// A program that the person has completed.
    public var completed: Code?

    public init(
        minAge: Int? = nil,
        maxAge: Int? = nil,
        awards: [String] = [],
        minPostLevel: PostLevel? = nil,
        completed: Code? = nil
    ) {
        self.minAge = minAge
        self.maxAge = maxAge
        self.awards = awards
        self.minPostLevel = minPostLevel
        self.completed = completed
    }

    /// What is known of a person; nil is "not known", which is not "no".
    public struct Facts: Sendable, Hashable {
        public var birthOn: Day?
        public var award: String?
        public var postLevel: PostLevel?
        /// Programs that the person has completed.
        public var completed: Set<Code>

        public init(birthOn: Day? = nil, award: String? = nil, postLevel: PostLevel? = nil, completed: Set<Code> = []) {
            self.birthOn = birthOn
            self.award = award
            self.postLevel = postLevel
            self.completed = completed
        }
    }

    /// Everything that is not met, in a fixed order; empty for who may come.
    public func unmet(by facts: Facts, on firstDay: Day) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if minAge != nil || maxAge != nil {
            let age = facts.birthOn.map { Self.age(of: $0, on: firstDay) }
            let isMet = age.map { $0 >= minAge ?? $0 && $0 <= maxAge ?? $0 } ?? false
            if !isMet { obstacles.append(.age(wanted: ageRange, have: age)) }
        }
        if !awards.isEmpty, !(facts.award.map(awards.contains) ?? false) {
            obstacles.append(.award(wanted: awards.joined(separator: ","), have: facts.award))
        }
        if let minPostLevel, !(facts.postLevel.map { $0 >= minPostLevel } ?? false) {
            obstacles.append(.postLevel(wanted: minPostLevel.rawValue, have: facts.postLevel?.rawValue))
        }
        if let completed, !facts.completed.contains(completed) { obstacles.append(.completed(program: completed.text)) }
        return obstacles
    }

    /// `18-45`, `18-`, `-45`
    private var ageRange: String { "\(minAge.map(String.init) ?? "")-\(maxAge.map(String.init) ?? "")" }

    /// Whole years from birth to a day: one is a year older on one's birthday, on 1 March in a year without 29 February.
    static func age(of birth: Day, on day: Day) -> Int {
        let years = day.year - birth.year
        return (day.month, day.day) < (birth.month, birth.day) ? years - 1 : years
    }
}
