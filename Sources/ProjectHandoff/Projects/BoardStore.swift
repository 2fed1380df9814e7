import Postgres
import Store
import Zones

/// A part of a project on the board of the zone that holds it.
public struct BoardRow: Sendable, Hashable {
    public enum Colour: String, Sendable, Hashable, CaseIterable {
        /// Silent for too long, or a promise is overdue.
        case red
        /// Will be red soon.
        case amber
        case green
    }

    public let project: Code
    public let part: String
    public let name: String
    public let stage: Code
    /// Names of chief, A and B; empty where nobody is.
    public let squad: [String]
    public let daysSilent: Int
    public let nextDue: Day?
    public let nextWhat: String?
    public let colour: Colour

    /// The colour on a day: red after the day of attention, amber from the day of the warning on.
    static func colour(attention: Day, warning: Day, today: Day) -> Colour {
        attention < today ? .red : warning <= today ? .amber : .green
    }
}

/// What a coordinator looks at first.
public enum BoardStore {
    /// The parts that the active zone holds, red ones first.
    public static func rows(_ session: Session, limit: Int = 40) throws -> [BoardRow] {
        let today = session.today
        return try session.ask(refusedAs: HandoffRejection.self) { (connection) throws(PostgresError) in
            try connection.rows(
                """
                select code, part, name, stage, chief, a, b, silent, due_on, what, attention_on, warn_on
                from handoff.board(\(today), \(Int32(limit)))
                """,
                as: (
                    Code, String, String, Code, String?, String?, String?, Int32, Day?, String?, Day, Day
                ).self
            )
        }.map {
            BoardRow(
                project: $0.0,
                part: $0.1,
                name: $0.2,
                stage: $0.3,
                squad: [$0.4 ?? "", $0.5 ?? "", $0.6 ?? ""],
                daysSilent: Int($0.7),
                nextDue: $0.8,
                nextWhat: $0.9,
                colour: BoardRow.colour(attention: $0.10, warning: $0.11, today: today)
            )
        }
    }
}
