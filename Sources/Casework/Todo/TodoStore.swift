import Postgres
import Store
import Zones

/// A module's contribution to the list of what is due: its view `<schema>.todo (due_on, kind, subject, facts)`.
public struct TodoSource: Sendable {
    let statement: @Sendable (_ until: Day) -> Statement

    /// - Parameter statement: selects `due_on, kind, subject, facts` of everything due on or before a day.
    public init(_ statement: @escaping @Sendable (_ until: Day) -> Statement) {
        self.statement = statement
    }

    /// The store's own: deadlines of cases, and public calendars that will end.
    public static let casework = TodoSource { until in
        """
        select due_on, kind, subject, facts from core.todo where due_on <= \(until)
        """
    }
}

extension Todo {
    /// Everything that is due within `days` of the session's business day, the earliest first.
    public static func list(_ session: Session, from sources: [TodoSource], days: Int) throws -> [Todo] {
        let until = try session.today.adding(days: days)
        var todos: [Todo] = []
        for source in sources {
            todos += try session.connection.rows(source.statement(until), as: (Day, String, String, [String]).self)
                .map { Todo(dueOn: $0.0, kind: $0.1, subject: $0.2, facts: $0.3) }
        }
        return todos.sorted { ($0.dueOn, $0.subject) < ($1.dueOn, $1.subject) }
    }
}
