import Foundation
import Testing
import TrainingSchedule
import Zones

@Suite(.enabled(if: IndependentReader.isThere, "needs python3 with icalendar and recurring-ical-events"))
struct IndependentReaderTests {
    @Test func `an independent reader finds in a calendar what was put there`() throws {
        var calendar = ICalendar(name: "砺剑班")
        var expected: [String] = []
        for number in 1...40 {
            let starts = try Instant(iso: "2024-09-03T19:00").adding(.seconds(number * 86_400))
            let title = String(repeating: "创业政策，解读；", count: number % 7 + 1) + "\\ \(number)"
            calendar.add(
                CalendarEvent(
                    uid: "S-\(number)@zonebridge",
                    sequence: number,
                    isCancelled: number % 5 == 0,
                    starts: starts,
                    ends: try starts.adding(.seconds(5_400)),
                    summary: title,
                    location: "紫琅人才公寓, 301",
                    changed: starts
                )
            )
            let state = number % 5 == 0 ? "CANCELLED" : "CONFIRMED"
            expected.append("S-\(number)@zonebridge \(number) \(state) \(starts.day)T19:00:00+08:00 \(title)")
        }
        let script = """
            import sys, icalendar
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            for e in calendar.walk("VEVENT"):
                print(e["UID"], e["SEQUENCE"], e["STATUS"], e.decoded("DTSTART").isoformat(), e["SUMMARY"])
            """
        let answer = try IndependentReader.python(script, input: Data(calendar.text.utf8))
        #expect(answer.split(separator: "\n").map(String.init) == expected)
    }

    @Test func `rules by chance are expanded as an independent reader expands them`() throws {
        var generator = SeededRules(seed: 20_240_903)
        var cases: [(rule: String, start: Instant, dates: [Day])] = []
        while cases.count < 150 {
            let (text, start) = try generator.next()
            guard let dates = try? RecurrenceRule(text).dates(from: start) else { continue }
            cases.append((text, start, dates))
        }
        #expect(Set(cases.map(\.rule)).count > 100)
        let input = cases.map { "\($0.start.day) \($0.rule)\n" }.joined()
        let script = """
            import sys, icalendar, recurring_ical_events
            for line in sys.stdin:
                day, rule = line.split()
                start = day.replace("-", "") + "T190000"
                text = "\\r\\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1",
                    "DTSTAMP:20240101T000000Z", "DTSTART;TZID=Asia/Shanghai:" + start, "DURATION:PT1H",
                    "RRULE:" + rule, "END:VEVENT", "END:VCALENDAR", ""])
                events = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2000, 1, 1), (2060, 1, 1))
                print(" ".join(sorted(e["DTSTART"].dt.date().isoformat() for e in events)))
            """
        let answers = try IndependentReader.python(script, input: Data(input.utf8)).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        for (index, known) in cases.enumerated() {
            let ours = known.dates.map(\.description).joined(separator: " ")
            #expect(String(answers[index]) == ours, "\(known.start.day) \(known.rule)")
        }
    }
}

/// Rules by chance, most of them with dates.
struct SeededRules {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func some(_ items: [String], upTo count: Int) -> String {
        var left = items
        return (0...below(count)).map { _ in left.remove(at: below(left.count)) }.joined(separator: ",")
    }

    /// A rule and a start at seven in the evening in 2024 or 2025.
    mutating func next() throws -> (String, Instant) {
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let day = try Day(year: 2024, month: 1, day: 1).adding(days: below(700))
        var parts: [String] = []
        if below(2) == 0 {
            parts = ["FREQ=WEEKLY"]
            if below(3) > 0 { parts.append("BYDAY=" + some(names, upTo: 4)) }
            if below(3) == 0 { parts.append("WKST=" + names[below(7)]) }
        } else {
            parts = ["FREQ=MONTHLY"]
            switch below(5) {
            case 0: break
            case 1: parts.append("BYMONTHDAY=" + some((1...31).map(String.init) + ["-1", "-2", "-5"], upTo: 4))
            case 2:
                parts.append(
                    "BYDAY=" + some(names.flatMap { ["1" + $0, "2" + $0, "3" + $0, "-1" + $0, "5" + $0] }, upTo: 3)
                )
            case 3:
                parts += ["BYDAY=" + some(names, upTo: 5), "BYSETPOS=" + some(["1", "2", "-1", "-2", "4"], upTo: 2)]
            default: parts.append("BYDAY=" + names[below(7)])
            }
        }
        if below(2) == 0 { parts.append("INTERVAL=\(1 + below(4))") }
        let last = try day.adding(days: 30 + below(500))
        let compact = last.description.filter { $0 != "-" }
        parts.append(
            below(2) == 0 ? "COUNT=\(1 + below(30))" : "UNTIL=\(compact)T\(below(2) == 0 ? "110000" : "105959")Z"
        )
        return (parts.joined(separator: ";"), Instant(day, try TimeOfDay(hour: 19, minute: 0)))
    }
}
