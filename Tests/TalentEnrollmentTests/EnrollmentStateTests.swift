import StoreTesting
import TalentEnrollment
import Testing

@Suite(.database)
struct EnrollmentStateTests {
    @Test func `the machine in the program and its table in the database are the same`() throws {
        let connection = try Scene().officer("INNO").connection
        let states = try connection.rows(
            "select code, holds_seat from enrollment.state",
            as: (EnrollmentState, Bool).self
        )
        #expect(Set(states.map(\.0)) == Set(EnrollmentState.allCases))
        for (state, holdsSeat) in states { #expect(state.holdsSeat == holdsSeat, "\(state)") }

        let stored = try connection.rows(
            "select from_state, act, to_state from enrollment.transition",
            as: (String, String, String).self
        )
        var known: Set<[String]> = []
        for state in EnrollmentState.allCases {
            for step in EnrollmentState.Step.allCases {
                if let next = state.next(step) { known.insert([state.rawValue, step.rawValue, next.rawValue]) }
            }
        }
        #expect(Set(stored.map { [$0.0, $0.1, $0.2] }) == known)
        #expect(stored.count == known.count)
    }

    @Test func `a row knows whether it holds a seat as the table of states does, and takes no other state`() throws {
        let checks = try TestDatabase.current.connection().rows(
            "select code, holds_seat from enrollment.state order by code",
            as: (String, Bool).self
        )
        let definition = try TestDatabase.current.connection().rows(
            """
            select pg_get_constraintdef(oid) from pg_constraint where conname = 'enrollment_state_known'
            union all
            select pg_get_expr(adbin, adrelid) from pg_attrdef
            where adrelid = 'enrollment.enrollment'::regclass and pg_get_expr(adbin, adrelid) like '%ARRAY%'
            """,
            as: String.self
        ).map { text in Set(text.split(separator: "'").filter { checks.map(\.0).contains(String($0)) }.map(String.init))
        }
        #expect(definition == [Set(checks.map(\.0)), Set(checks.filter(\.1).map(\.0))])
    }

    @Test func `a seat is never given back by a judgement, and who has left can only be reinstated`() {
        for step in EnrollmentState.Step.allCases where step != .reinstate && step != .requeue {
            #expect(EnrollmentState.withdrawn.next(step) == nil)
            #expect(EnrollmentState.completed.next(step) == nil)
        }
        for step in [EnrollmentState.Step.complete, .fail] {
            for state in EnrollmentState.allCases {
                if let next = state.next(step) { #expect(state.holdsSeat && next.holdsSeat) }
            }
        }
    }
}
