import Postgres
import Store
import Zones

/// Weeks of rooms, instructors and cohorts.
public enum WeekStore {
    /// The week around a day.
    ///
    /// Refused with `COR01` for a room or an instructor that the active zone may not know.
    public static func week(_ session: Session, of kind: ResourceKind, _ code: Code, around day: Day) throws -> Week {
        let monday = Week.monday(of: day)
        let sunday = try monday.adding(days: 6)
        let name = try name(session, kind, code)
        var filter = SessionFilter(from: monday, until: sunday)
        switch kind {
        case .venue: filter.venue = code
        case .instructor: filter.instructor = code
        case .cohort, .trainee: filter.cohort = code
        }
        var entries: [Week.Entry] = []
        try SessionStore.list(session, matching: filter) {
            if $0.state == .scheduled { entries.append(Week.Entry($0)) }
        }
        if kind == .venue || kind == .instructor {
            entries += try BusyStore.list(session, of: kind, code, from: monday, until: sunday)
                .filter { $0.session == nil }.map { Week.Entry($0) }
        }
        return Week(kind: kind, name: name, monday: monday, entries: entries.sorted { $0.starts < $1.starts })
    }

    private static func name(_ session: Session, _ kind: ResourceKind, _ code: Code) throws -> String {
        let name: String?
        switch kind {
        case .venue:
            name = try session.connection.value("select name from schedule.venue where code = \(code)", as: String.self)
        case .instructor:
            name = try session.connection.value(
                "select name from schedule.instructor where code = \(code)",
                as: String.self
            )
        case .cohort, .trainee:
            name = try session.connection.value(
                "select code from enrollment.cohort where code = \(code)",
                as: String.self
            )
        }
        guard let name else { throw CoreRejection.missing(noun: kind.rawValue, key: code.text) }
        return name
    }
}
