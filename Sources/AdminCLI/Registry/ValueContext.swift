import Store
import Zones

/// What reading a value needs to know beyond the value itself.
struct ValueContext: Sendable {
    /// Business time as set by `--clock`; nil for the machine's.
    let clock: Instant?

    /// Business day: nobody is born after it. Asked only by fields that need it.
    var today: Day { (clock.map(BusinessClock.fixed) ?? .machine).today }

    /// The division codes that a resident ID may begin with, read at first need.
    var divisions: DivisionCodes { Self.table }

    /// The codes that the program brings along; without them every county of a known province is accepted.
    static let table = (try? PublicFacts.divisions()) ?? DivisionCodes([])
}
