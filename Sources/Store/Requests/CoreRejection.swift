import Postgres

/// Every way in which the store itself says no, whatever the module.
public enum CoreRejection: Rejection {
    /// `COR01`: nothing with this key that the session may see.
    case missing(noun: String, key: String)
    /// `COR02`: the session acts for no zone, or for one that its login may not act for.
    case zoneNeeded(wanted: String)
    /// `COR03`: the login has no such role in the zone on this day.
    case roleNeeded(role: String)
    /// `COR04`: the request id was used before for something else.
    case requestReused(id: String)
    /// `COR05`: business time may be set only in a sample database.
    case clockSetOutsideSample
    /// `COR06`: the code, name or number is taken already.
    case taken(rule: String)
    /// `COR07`: a value that the store's constraints do not allow.
    case invalid(rule: String)
    /// `COR08`: the calendar of that year is not loaded.
    case calendarYearNotLoaded(year: String)
    /// `COR09`: another rate was published on that day.
    case rateDiffers(day: String)
    /// `COR10`: two records with different id numbers are two people.
    case mergeOfDifferentPeople(duplicate: String, kept: String)
    /// `COR11`: the zone was closed before.
    case zoneClosed(code: String, on: String)
    /// `COR12`: nobody reviews what they entered, nor takes two steps of a case.
    case fourEyes(rule: String)
    /// `COR13`: the login may not do this at all: no group role of it has the privilege.
    case privilegeNeeded(object: String)
    /// `COR14`: a verb in a transaction of another isolation level, whose snapshot may be older than the login's roles.
    case otherIsolation(level: String)
    /// `COR15`: requests of a year that still runs are not archived.
    case yearNotOver(year: String)

    public var code: String {
        switch self {
        case .missing: "COR01"
        case .zoneNeeded: "COR02"
        case .roleNeeded: "COR03"
        case .requestReused: "COR04"
        case .clockSetOutsideSample: "COR05"
        case .taken: "COR06"
        case .invalid: "COR07"
        case .calendarYearNotLoaded: "COR08"
        case .rateDiffers: "COR09"
        case .mergeOfDifferentPeople: "COR10"
        case .zoneClosed: "COR11"
        case .fourEyes: "COR12"
        case .privilegeNeeded: "COR13"
        case .otherIsolation: "COR14"
        case .yearNotOver: "COR15"
        }
    }
}
