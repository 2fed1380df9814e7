import Testing

@testable import Zones

@Suite struct InstantTests {
    @Test(arguments: [
        ("2024-09-03T19:00", "2024-09-03T19:00:00+08:00"), ("2024-09-03T19:00:05", "2024-09-03T19:00:05+08:00"),
        ("2024-09-03T11:00:00Z", "2024-09-03T19:00:00+08:00"), ("2024-09-03T19:00+08:00", "2024-09-03T19:00:00+08:00"),
        ("2024-09-03T20:00:00Z", "2024-09-04T04:00:00+08:00"), ("2024-12-31T16:00Z", "2025-01-01T00:00:00+08:00"),
        ("2024-01-01T00:00:00.5", "2024-01-01T00:00:00.500000+08:00"),
        ("2024-01-01T00:00:00.000001-05:30", "2024-01-01T13:30:00.000001+08:00"),
        ("1999-12-31T23:59:59.999999", "1999-12-31T23:59:59.999999+08:00"),
        ("2024-02-28T23:59:59-14:00", "2024-02-29T21:59:59+08:00"),
    ])
    func `an instant is written in zone time`(_ text: String, _ written: String) throws {
        let instant = try Instant(iso: text)
        #expect(instant.description == written)
        #expect(try Instant(iso: written) == instant)
    }

    @Test func `PostgreSQL and Unix count the same instant`() throws {
        let instant = try Instant(iso: "2024-09-03T19:00")
        #expect(instant.unixMicroseconds == 1_725_361_200_000_000)
        #expect(instant.microsecondsSince2000 == 1_725_361_200_000_000 - 946_684_800_000_000)
        #expect(try Instant(unixSeconds: 1_725_361_200) == instant)
        #expect(try Instant(unixSeconds: 1_725_361_200, nanoseconds: 1_999).unixMicroseconds == 1_725_361_200_000_001)
        #expect(try Instant(unixSeconds: 0).day == day("1970-01-01"))
    }

    @Test(arguments: [
        "2024-09-03", "2024-09-03 19:00", "2024-09-03T19", "2024-09-03T19:00:", "2024-09-03T19:00:0",
        "2024-09-03T19:00:00.", "2024-09-03T19:00:00.1234567", "2024-09-03T19:00+8", "2024-09-03T19:00+0800",
        "2024-09-03T19:00z", "2024-09-03t19:00", "2024-09-03T19:00 ", "2024-9-3T19:00:00Z", "now", "２０２４-09-03T19:00",
        "2024-09-03T１９:00", "2024-09-03T19:00\0", "2024-09-03T19:00ZZ", "2024-09-03T19:00:00,5",
    ])
    func `another form is refused`(_ text: String) {
        #expect(throws: TimeRefusal.form) { try Instant(iso: text) }
    }

    @Test func `a time that no clock shows is refused`() {
        #expect(throws: TimeRefusal.empty) { try Instant(iso: "") }
        #expect(throws: TimeRefusal.hour(24)) { try Instant(iso: "2024-09-03T24:00") }
        #expect(throws: TimeRefusal.minute(60)) { try Instant(iso: "2024-09-03T23:60") }
        #expect(throws: TimeRefusal.second(60)) { try Instant(iso: "2016-12-31T23:59:60") }
        #expect(throws: TimeRefusal.offset) { try Instant(iso: "2024-09-03T19:00+14:01") }
        #expect(throws: TimeRefusal.offset) { try Instant(iso: "2024-09-03T19:00+01:60") }
        #expect(throws: TimeRefusal.day(.dayOfMonth(30, lastDay: 29))) { try Instant(iso: "2024-02-30T19:00") }
        #expect(throws: TimeRefusal.outOfRange) { try Instant(iso: "9999-12-31T23:00-08:00") }
    }

    @Test func `a written time from the years of summer time is refused`() throws {
        #expect(throws: TimeRefusal.beforeFixedOffset) { try Instant(iso: "1988-07-01T12:00") }
        #expect(throws: TimeRefusal.beforeFixedOffset) { try Instant(iso: "1991-12-31T23:59:59") }
        #expect(try Instant(iso: "1992-01-01T00:00").day.year == 1992)
    }

    @Test func `day and time of day put together again are the instant to the minute`() throws {
        var random = SeededRandom(3)
        for _ in 0..<2_000 {
            let minutes = Int64.random(in: -500_000_000...500_000_000, using: &random)
            let within = Int64.random(in: 0..<60_000_000, using: &random)
            let instant = try Instant(microsecondsSince2000: minutes * 60_000_000 + within)
            let again = Instant(instant.day, instant.timeOfDay)
            #expect(again.microsecondsSince2000 == minutes * 60_000_000)
        }
    }

    @Test func `PostgreSQL's infinities and far years are refused, the limits are not`() throws {
        for count in [Int64.min, Int64.max, Int64.max - 1, 252_455_587_200_000_000] {
            #expect(throws: TimeRefusal.outOfRange) { try Instant(microsecondsSince2000: count) }
        }
        let last = try Instant(microsecondsSince2000: 252_455_587_199_999_999)
        #expect(last.description == "9999-12-31T23:59:59.999999+08:00")
        let first = Instant(Day.first, try TimeOfDay(hour: 0, minute: 0))
        #expect(first.description == "0001-01-01T00:00:00+08:00")
        #expect(throws: TimeRefusal.outOfRange) { try first.adding(.microseconds(-1)) }
        #expect(throws: TimeRefusal.outOfRange) { try Instant(unixSeconds: Int64.max) }
        #expect(throws: TimeRefusal.outOfRange) { try Instant(unixSeconds: Int64.min, nanoseconds: Int64.min) }
    }

    @Test func `durations move an instant and are measured between two`() throws {
        let start = try Instant(iso: "2024-12-31T23:30")
        let end = try start.adding(.seconds(3_600))
        #expect(end.description == "2025-01-01T00:30:00+08:00")
        #expect(start.duration(until: end) == .seconds(3_600))
        #expect(try end.adding(.milliseconds(-3_600_000)) == start)
        #expect(start < end)
        #expect(throws: TimeRefusal.outOfRange) { try start.adding(.seconds(Int64.max)) }
    }

    @Test func `a time of day has one form and ends before 24:00`() throws {
        #expect(try TimeOfDay(iso: "09:05").description == "09:05")
        #expect(try TimeOfDay(hour: 23, minute: 59).minutes == 1_439)
        #expect(try TimeOfDay(iso: "09:05") < TimeOfDay(iso: "10:00"))
        #expect(throws: TimeRefusal.hour(24)) { try TimeOfDay(iso: "24:00") }
        #expect(throws: TimeRefusal.minute(-1)) { try TimeOfDay(hour: 1, minute: -1) }
        #expect(throws: TimeRefusal.empty) { try TimeOfDay(iso: "") }
        for text in ["9:05", "09:5", "0905", "09:05:00", "09：05", "０9:05", "+9:05", " 9:05"] {
            #expect(throws: TimeRefusal.form) { try TimeOfDay(iso: text) }
        }
    }
}
