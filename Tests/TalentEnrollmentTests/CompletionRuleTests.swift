import Postgres
import StoreTesting
import TalentEnrollment
import Testing
import Zones

struct CompletionRuleTests {
    let rule = CompletionRule(attendedShare: Rate(partsPerMillion: 800_000))

    @Test(arguments: [(5, 4), (10, 8), (4, 4), (6, 5), (1, 1), (100, 80), (3, 3)])
    func `four fifths of the sessions are needed, rounded up`(recorded: Int, needed: Int) {
        #expect(rule.needed(of: recorded) == needed)
        #expect(rule.judge(attended: needed, recorded: recorded).verdict == .completed)
        #expect(
            rule.judge(attended: needed - 1, recorded: recorded).reasons
                == [.attendedTooFew(attended: needed - 1, recorded: recorded, needed: needed)]
        )
    }

    @Test func `without a session nothing is judged`() {
        #expect(rule.judge(attended: 0, recorded: 0).reasons == [.noSession])
        #expect(CompletionRule(attendedShare: .zero).judge(attended: 0, recorded: 1).verdict == .completed)
    }

    @Test func `hours, leave and examination are judged together, and every reason is told`() {
        let rule = CompletionRule(
            attendedShare: Rate(partsPerMillion: 800_000),
            counts: .hours,
            needsExamination: true,
            leaveOneIn: 7
        )
        func reasons(_ hours: Int, leave: Int, _ examination: CompletionFacts.Examination?) -> [Judgement.Reason] {
            rule.judge(
                CompletionFacts(
                    attended: 1,
                    recorded: 9,
                    hours: hours,
                    recordedHours: 70,
                    leaveHours: leave,
                    examination: examination
                )
            ).reasons
        }
        // Exactly one seventh is no dismissal; one hour more is.
        #expect(reasons(56, leave: 10, .passed) == [])
        #expect(reasons(56, leave: 11, .passed) == [.leaveTooLong(hours: 11, of: 70, oneIn: 7)])
        #expect(
            reasons(55, leave: 15, nil) == [
                .hoursTooFew(hours: 55, recorded: 70, needed: 56), .leaveTooLong(hours: 15, of: 70, oneIn: 7),
                .notExamined,
            ]
        )
        #expect(reasons(70, leave: 0, .failed) == [.examinationFailed])
    }
}

@Suite(.database)
struct CompletionRuleConstraintTests {
    @Test func `the program completes exactly whom the constraint of the table lets complete`() throws {
        let owner = try Scene().database.connection()
        // The constraints of the real table, on a table without its keys, against every small case.
        try owner.script(
            """
            create table public.judged (like enrollment.completion including constraints);
            create table public.verdict (share int, recorded int, attended int, accepted boolean);
            do $$
            begin
                for share in 0..20 loop
                    for recorded in 1..20 loop
                        for attended in 0..recorded loop
                            begin
                                insert into public.judged values
                                    (1, 1, 'completed', 1, share * 50000 + share % 3, recorded, attended, 0, '2024-09-03', now(), false, 0, 0);
                                insert into public.verdict values (share * 50000 + share % 3, recorded, attended, true);
                            exception when check_violation then
                                insert into public.verdict values (share * 50000 + share % 3, recorded, attended, false);
                            end;
                        end loop;
                    end loop;
                end loop;
            end $$;
            """
        )
        let cases = try owner.rows(
            "select share, recorded, attended, accepted from public.verdict",
            as: (Int32, Int32, Int32, Bool).self
        )
        #expect(cases.count == 21 * 230)
        for (share, recorded, attended, accepted) in cases {
            let rule = CompletionRule(attendedShare: Rate(partsPerMillion: Int64(share)))
            let verdict = rule.judge(attended: Int(attended), recorded: Int(recorded)).verdict
            #expect((verdict == .completed) == accepted, "\(share) \(recorded) \(attended)")
        }
    }
}
