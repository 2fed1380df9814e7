import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing

@Suite(.database)
struct HandoffStateTests {
    let database = TestDatabase.current

    @Test func `the machine in the program and its table in the database are the same`() throws {
        let connection = try database.session().connection
        let states = try connection.rows("select code, open from handoff.state", as: (HandoffState, Bool).self)
        #expect(Set(states.map(\.0)) == Set(HandoffState.allCases))
        for (state, open) in states { #expect(state.isOpen == open, "\(state)") }

        let stored = try connection.rows(
            "select from_state, action, to_state, side from handoff.rule",
            as: (String, String, String, String).self
        )
        var known: Set<[String]> = []
        for state in HandoffState.allCases {
            for action in HandoffState.Action.allCases {
                if let next = state.next(action) {
                    known.insert([state.rawValue, action.rawValue, next.state.rawValue, next.side.rawValue])
                }
            }
        }
        #expect(Set(stored.map { [$0.0, $0.1, $0.2, $0.3] }) == known)
        #expect(stored.count == known.count)
    }

    @Test func `every open state can end, and an ended handoff never opens again`() {
        for state in HandoffState.allCases {
            let next = HandoffState.Action.allCases.compactMap { state.next($0)?.state }
            if state.isOpen {
                #expect(next.contains { !$0.isOpen } || next.contains(.offered), "\(state)")
            } else {
                #expect(next.allSatisfy { !$0.isOpen }, "\(state)")
            }
        }
    }

    @Test func `the column that guards open handoffs means the same states as the table`() throws {
        let expression = try #require(
            try database.connection().value(
                """
                select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                join pg_attribute a on (a.attrelid, a.attnum) = (d.adrelid, d.adnum)
                where a.attrelid = 'handoff.handoff'::regclass and a.attname = 'open'
                """,
                as: String.self
            )
        )
        for state in HandoffState.allCases {
            #expect(expression.contains("'\(state.rawValue)'") == state.isOpen, "\(state)")
        }
    }
}
