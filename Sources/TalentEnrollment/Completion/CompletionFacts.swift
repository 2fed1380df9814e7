/// What a judgement rests on: what somebody attended, of what was held while they were there.
public struct CompletionFacts: Sendable, Hashable {
    public enum Examination: String, Sendable, Hashable, CaseIterable {
        case passed, failed
    }

    /// Sessions.
    public let attended: Int
    public let recorded: Int
    /// Training hours (45 minutes).
    public let hours: Int
    public let recordedHours: Int
    /// Hours of sessions that the person was excused from.
    public let leaveHours: Int
    /// Nil while there is no result.
    public let examination: Examination?

    public init(
        attended: Int,
        recorded: Int,
        hours: Int = 0,
        recordedHours: Int = 0,
        leaveHours: Int = 0,
        examination: Examination? = nil
    ) {
        self.attended = attended
        self.recorded = recorded
        self.hours = hours
        self.recordedHours = recordedHours
        self.leaveHours = leaveHours
        self.examination = examination
    }

    /// Reads the facts as the store writes them: `3/4/9/12/3/passed`; nil for another form.
    init?(stored: String) {
        let parts = stored.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.prefix(5).compactMap(Int.init)
        guard parts.count == 6, numbers.count == 5 else { return nil }
        self.init(
            attended: numbers[0],
            recorded: numbers[1],
            hours: numbers[2],
            recordedHours: numbers[3],
            leaveHours: numbers[4],
            examination: Examination(rawValue: parts[5])
        )
    }

    /// The facts as the store writes them.
    var stored: String {
        "\(attended)/\(recorded)/\(hours)/\(recordedHours)/\(leaveHours)/\(examination?.rawValue ?? "")"
    }
}
