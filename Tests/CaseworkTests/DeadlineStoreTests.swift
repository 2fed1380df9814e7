import Postgres
import StoreTesting
import Testing
import Zones

@testable import Casework

@Suite(.database)
struct DeadlineStoreTests {
    /// The owner's own connection: clocks are moved by the verbs of the modules, not by people.
    private let owner: Connection
    private let zone: Int64

    init() throws {
        owner = try TestDatabase.current.connection()
        zone = try #require(try owner.value("select id from core.zone where code = 'ETDZ'", as: Int64.self))
    }

    private func start(_ subject: String, _ unit: Deadline.Unit, _ days: Int, _ start: Day) throws -> Day? {
        try owner.value(
            "select core.start_deadline(\(zone), \(subject), 'leg', \(unit.rawValue), \(Int32(days)), \(start))",
            as: Day.self
        )
    }

    private func stored(_ subject: String) throws -> DeadlineRow {
        let session = try TestDatabase.current.session()
        let parts = try #require(Subject(subject))
        return try #require(try DeadlineStore.list(session, subject: parts).first)
    }

    @Test func `the store's clocks and the rule in Swift agree on random clocks with random pauses`() throws {
        var generator = Numbers(seed: 20_241_019)
        let calendar = try calendar()
        let first = try day("2020-01-06")
        for number in 0..<120 {
            let subject = "case:\(number)"
            let unit: Deadline.Unit = generator.next(2) == 0 ? .working : .calendar
            let days = 1 + generator.next(40)
            let startDay = try first.adding(days: generator.next(1_500))
            var clock = try Deadline(days: days, unit: unit, from: startDay, calendar: calendar)
            #expect(try start(subject, unit, days, startDay) == clock.dueOn)
            var now = startDay
            for _ in 0..<generator.next(4) {
                // Mostly forward in time, now and then backward, as a mistaken entry would be.
                now = try now.adding(days: generator.next(25) - 4)
                if generator.next(2) == 0 {
                    clock.pause(on: now)
                    try owner.execute("select core.pause_deadline(\(subject), 'leg', \(now))")
                } else {
                    try clock.resume(on: now, calendar: calendar)
                    try owner.execute("select core.resume_deadline(\(subject), 'leg', \(now))")
                }
                let row = try stored(subject)
                #expect(row.dueOn == clock.dueOn && row.pausedOn == clock.pausedOn, "\(subject): \(clock) \(row)")
            }
        }
    }

    @Test func `a clock that was met is no longer due, paused or moved`() throws {
        let started = try day("2024-10-08")
        _ = try start("case:1", .working, 5, started)
        try owner.execute("select core.pause_deadline('case:1', 'leg', \(started))")
        try owner.execute("select core.meet_deadline('case:1', 'leg', \(try day("2024-10-09")))")
        try owner.execute("select core.pause_deadline('case:1', 'leg', \(try day("2024-10-10")))")
        try owner.execute("select core.resume_deadline('case:1', 'leg', \(try day("2024-10-11")))")
        try owner.execute("select core.meet_deadline('case:1', 'leg', \(try day("2024-10-12")))")
        let row = try stored("case:1")
        #expect(row.metOn == (try day("2024-10-09")))
        #expect(row.dueOn == (try day("2024-10-14")))
        #expect(row.pausedOn == nil)
        #expect(!row.isOverdue(on: try day("2025-01-01")))
    }

    @Test func `what is due lists running clocks of the own zone by day`() throws {
        _ = try start("case:late", .calendar, 20, try day("2024-10-10"))
        _ = try start("case:soon", .calendar, 5, try day("2024-10-10"))
        _ = try start("case:paused", .calendar, 5, try day("2024-10-10"))
        try owner.execute("select core.pause_deadline('case:paused', 'leg', \(try day("2024-10-11")))")
        let until = try day("2024-10-31")
        let mine = try DeadlineStore.due(try TestDatabase.current.session(as: "officer_etdz"), by: until)
        #expect(mine.map(\.subject) == ["case:soon", "case:late"])
        #expect(mine.first?.isOverdue(on: try day("2024-10-15")) == false)
        #expect(mine.first?.isOverdue(on: try day("2024-10-16")) == true)
        #expect(
            try DeadlineStore.due(try TestDatabase.current.session(as: "officer_inno", zone: "INNO"), by: until).isEmpty
        )
    }

    @Test func `a leg has one clock, of more than no days, in a year that is loaded`() throws {
        let started = try day("2024-10-08")
        _ = try start("case:1", .working, 5, started)
        let refusals = [
            failureName { _ = try start("case:1", .working, 5, started) },
            failureName { _ = try start("case:2", .working, 0, started) },
            failureName { _ = try start("case:3", .working, 5, try day("2099-01-01")) },
        ]
        #expect(refusals == ["deadline_one_per_leg", "deadline_days_positive", "calendar_year_loaded"])
    }
}

/// The rule that refused; nil when nothing did.
func failureName(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return (error as? PostgresError)?.constraint ?? "\(error)"
    }
}

/// Numbers that a test can repeat (SplitMix64).
struct Numbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }

    /// Below `bound`.
    mutating func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
