import Testing
import TrainingSchedule
import Zones

struct ICalendarTests {
    private func event(_ summary: String, uid: String = "S-1@zonebridge", cancelled: Bool = false) throws
        -> CalendarEvent
    {
        CalendarEvent(
            uid: uid,
            sequence: 3,
            isCancelled: cancelled,
            starts: try Instant(iso: "2024-09-03T19:00"),
            ends: try Instant(iso: "2024-09-03T21:00"),
            summary: summary,
            location: "紫琅人才公寓；3层, A\\B",
            description: "砺剑班\n样例讲师",
            changed: try Instant(iso: "2024-09-01T06:30")
        )
    }

    private func read(_ calendar: ICalendar) throws -> ICalendarChecker {
        try ICalendarChecker(Array(calendar.text.utf8))
    }

    @Test func `an event keeps its id, its sequence, its state and its zone time`() throws {
        var calendar = ICalendar(name: "NIGHT-1")
        calendar.add(try event("创业政策解读"))
        calendar.add(try event("停课", uid: "S-2@zonebridge", cancelled: true))
        let checked = try read(calendar)
        let first = try #require(checked.events.first).values
        #expect(first["UID"] == "S-1@zonebridge")
        #expect(first["SEQUENCE"] == "3")
        #expect(first["STATUS"] == "CONFIRMED")
        #expect(first["DTSTART"] == "20240903T190000")
        #expect(first["DTEND"] == "20240903T210000")
        #expect(first["DTSTAMP"] == "20240831T223000Z")
        #expect(first["LOCATION"] == "紫琅人才公寓；3层, A\\B")
        #expect(first["DESCRIPTION"] == "砺剑班\n样例讲师")
        #expect(checked.events.last?.values["STATUS"] == "CANCELLED")
        #expect(checked.zones == ["Asia/Shanghai"])
    }

    @Test func `lines are folded at 75 octets and never inside a character, wherever the fold falls`() throws {
        for length in 0..<120 {
            let text = String(repeating: "a", count: length) + String(repeating: "课", count: 60) + "𠀀é"
            var calendar = ICalendar(name: text)
            calendar.add(try event(text))
            #expect(try read(calendar).events.first?.values["SUMMARY"] == text)
        }
    }

    @Test func `what a text may not hold is escaped or left out`() throws {
        var calendar = ICalendar(name: "a,b;c\\d")
        calendar.add(try event("逗,分;反\\行\nEND:VEVENT\r\u{7}尾"))
        #expect(try read(calendar).events.first?.values["SUMMARY"] == "逗,分;反\\行\nEND:VEVENT尾")
    }

    @Test(arguments: [
        "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "BEGIN:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nX:" + String(repeating: "x", count: 74) + "\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ])
    func `the checker refuses what is no calendar`(text: String) {
        #expect(throws: ICalendarChecker.Fault.self) { try ICalendarChecker(Array(text.utf8)) }
    }
}
