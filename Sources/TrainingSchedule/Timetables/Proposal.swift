import Timetabling
import Zones

/// A session that is proposed: a new one, or another place for one that is planned.
public struct ProposedSession: Sendable, Hashable {
    public let course: Code
    public let cohort: Code
    /// The session that would move; nil for a new one.
    public let session: Code?
    /// Where it stands now; nil for a new one.
    public let was: SessionDifference.Placement?
    public let venue: Code
    public let instructor: Code?
    public let starts: Instant
    public let ends: Instant

    /// Whether somebody else is to teach it, at the same time.
    public var isTakenOver: Bool { was != nil && was?.instructor != instructor }
    /// The training hours of 45 minutes that it holds.
    public var hours: Int { Int(starts.duration(until: ends).components.seconds) / 2_700 }
}

/// Lectures of a course without a place, and why.
public typealias Unplaced = UnplacedLecture

/// How far a search is.
public typealias PlanningProgress = TimetableSearch.Progress

/// A timetable that was found, or a repair.
public struct Proposal: Sendable {
    public let sessions: [ProposedSession]
    public let cost: TimetableCost
    public let seed: UInt64
    /// How long was searched: again with the seed it finds the same.
    public let moves: Int
    /// What found no place, and why.
    public let unplaced: [UnplacedLecture]
    /// Hours of instructors and rooms that stand in the way of more.
    public let limits: [HourLimit]
    /// People with a seat in a cohort whose session moves, and instructors who take sessions over; each counts once.
    public let disturbed: Int
}

/// How long to search.
public enum PlanningEffort: Sendable, Hashable {
    /// So many tries: the same on every machine.
    case moves(Int)
    /// About so many seconds here.
    case seconds(Int)

    /// The number of tries for a problem.
    func moves(_ search: TimetableSearch) -> Int {
        switch self {
        case .moves(let moves): return moves
        case .seconds(let seconds):
            let begin = ContinuousClock.now
            return search.moves(seconds: Double(seconds)) {
                let (whole, atto) = begin.duration(to: .now).components
                return Double(whole) + Double(atto) / 1e18
            }
        }
    }
}
