import Zones

/// Which sessions to list; what is nil does not restrict.
public struct SessionFilter: Sendable, Hashable {
    public var code: Code?
    public var cohort: Code?
    public var course: Code?
    public var venue: Code?
    public var instructor: Code?
    /// The first day.
    public var from: Day?
    /// The last day, included.
    public var until: Day?

    public init(
        code: Code? = nil,
        cohort: Code? = nil,
        course: Code? = nil,
        venue: Code? = nil,
        instructor: Code? = nil,
        from: Day? = nil,
        until: Day? = nil
    ) {
        self.code = code
        self.cohort = cohort
        self.course = course
        self.venue = venue
        self.instructor = instructor
        self.from = from
        self.until = until
    }
}
