/// How many seats a cohort has. Nought is a number like any other: nobody gets a seat, everybody queues.
public enum Capacity: Sendable, Hashable {
    case seats(Int)
    case unlimited

    /// The most seats that a cohort may have.
    public static let limit = 100_000

    /// The capacity that was asked for: a number or `unlimited`, exactly one of the two.
    ///
    /// - Throws: `EnrollmentRejection.capacityUnclear` for both or neither.
    public init(seats: Int?, unlimited: Bool) throws(EnrollmentRejection) {
        switch (seats, unlimited) {
        case (let seats?, false): self = .seats(seats)
        case (nil, true): self = .unlimited
        default: throw .capacityUnclear
        }
    }

    /// The number of seats; nil where there is no limit.
    public var seats: Int? {
        switch self {
        case .seats(let seats): seats
        case .unlimited: nil
        }
    }
}
