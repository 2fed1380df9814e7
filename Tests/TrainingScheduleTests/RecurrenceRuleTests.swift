import Testing
import TrainingSchedule
import Zones

struct RecurrenceRuleTests {
    private func dates(_ rule: String, _ start: String) throws -> [String] {
        try RecurrenceRule(rule).dates(from: Instant(iso: start)).map(\.description)
    }

    @Test func `UNTIL at the exact last start includes it, a second earlier does not`() throws {
        let tuesdays = "FREQ=WEEKLY;BYDAY=TU;UNTIL="
        #expect(
            try dates(tuesdays + "20240917T110000Z", "2024-09-03T19:00") == ["2024-09-03", "2024-09-10", "2024-09-17"]
        )
        #expect(try dates(tuesdays + "20240917T105959Z", "2024-09-03T19:00") == ["2024-09-03", "2024-09-10"])
        #expect(try dates(tuesdays + "20240917", "2024-09-03T19:00").count == 3)
    }

    @Test func `every second week depends on the day on which weeks start`() throws {
        let rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST="
        #expect(try dates(rule + "MO", "1997-08-05T09:00") == ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"])
        #expect(try dates(rule + "SU", "1997-08-05T09:00") == ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"])
    }

    @Test func `monthly from the 31st skips short months, minus one is every month's end`() throws {
        #expect(
            try dates("FREQ=MONTHLY;COUNT=4", "2024-01-31T09:00") == [
                "2024-01-31", "2024-03-31", "2024-05-31", "2024-07-31",
            ]
        )
        #expect(
            try dates("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2024-01-31T09:00") == [
                "2024-01-31", "2024-02-29", "2024-03-31",
            ]
        )
    }

    @Test func `the last Friday and the last but one working day of a month`() throws {
        #expect(
            try dates("FREQ=MONTHLY;BYDAY=-1FR;COUNT=4", "2024-01-26T09:00")
                == ["2024-01-26", "2024-02-23", "2024-03-29", "2024-04-26"]
        )
        #expect(
            try dates("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4", "2024-01-30T09:00")
                == ["2024-01-30", "2024-02-28", "2024-03-28", "2024-04-29"]
        )
        #expect(
            try dates("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "2024-09-13T09:00") == [
                "2024-09-13", "2024-12-13",
            ]
        )
    }

    @Test(arguments: [
        ("", RuleRefusal.form("")), ("FREQ", .form("FREQ")), ("FREQ=WEEKLY;FREQ=WEEKLY;COUNT=1", .form("FREQ=WEEKLY")),
        ("COUNT=3", .noFrequency), ("FREQ=YEARLY;COUNT=3", .value(part: "FREQ", "YEARLY")),
        ("FREQ=WEEKLY;BYWEEKNO=20;COUNT=3", .part("BYWEEKNO")), ("FREQ=WEEKLY", .endless),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20241231", .countAndUntil), ("FREQ=WEEKLY;COUNT=0", .value(part: "COUNT", "0")),
        ("FREQ=WEEKLY;COUNT=1000000", .tooMany(limit: 1_000)),
        ("FREQ=WEEKLY;INTERVAL=0;COUNT=3", .value(part: "INTERVAL", "0")),
        ("FREQ=WEEKLY;BYDAY=1TU;COUNT=3", .value(part: "BYDAY", "1TU")),
        ("FREQ=MONTHLY;BYDAY=6TU;COUNT=3", .value(part: "BYDAY", "6TU")),
        ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3", .value(part: "BYMONTHDAY", "32")),
        ("FREQ=WEEKLY;UNTIL=20240230", .value(part: "UNTIL", "20240230")),
        ("FREQ=WEEKLY;UNTIL=20240917T190000", .value(part: "UNTIL", "20240917T190000")),
        ("FREQ=WEEKLY;COUNT=１", .value(part: "COUNT", "１")),
    ])
    func `a rule of another form is refused by its part`(rule: String, refusal: RuleRefusal) {
        #expect(throws: refusal) { try RecurrenceRule(rule) }
    }

    @Test func `a start off the rule, a rule that yields nothing or too much are refused`() {
        #expect(throws: RuleRefusal.startOutsideRule) { try dates("FREQ=WEEKLY;BYDAY=MO;COUNT=3", "2024-09-03T19:00") }
        #expect(throws: RuleRefusal.startOutsideRule) {
            try dates("FREQ=MONTHLY;BYMONTHDAY=30;COUNT=3", "2024-02-29T19:00")
        }
        #expect(throws: RuleRefusal.nothing) { try dates("FREQ=WEEKLY;UNTIL=20240902", "2024-09-03T19:00") }
        #expect(throws: RuleRefusal.tooMany(limit: 1_000)) {
            try dates("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;UNTIL=99991231", "2024-09-03T19:00")
        }
    }

    @Test func `what never comes ends, also at the end of the calendar`() throws {
        #expect(throws: RuleRefusal.self) { try dates("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9;COUNT=3", "2024-09-02T19:00") }
        #expect(try dates("FREQ=WEEKLY;COUNT=9", "9999-12-20T19:00") == ["9999-12-20", "9999-12-27"])
    }
}
