import Postgres
import Store
import TrainingSchedule
import Zones

extension Subject {
    static let schedule = Subject(
        "schedule",
        "bookings and weeks among very many sessions, against bare statements on the same tables",
        settings: [
            .init("sessions", 1_000_000, "sessions that are there already"),
            .init("rooms", 200, "rooms"),
            .init("instructors", 500, "instructors"),
            .init("connections", 16, "connections that book at once"),
            .init("bookings", 4_000, "sessions booked a round"),
            .init("series", 10_000, "series of 30 sessions to expand"),
        ]
    ) { bench in
        let world = try ScheduleWorld(bench)
        try ScheduleBench(bench: bench, world: world).run()
    }
}

private struct ScheduleBench {
    let bench: Bench
    let world: ScheduleWorld

    func run() throws {
        try bookings()
        try reads()
        try expansion()
    }

    /// Every booking takes a free hour of its own; what is compared is the price of the checks and of the record.
    private func bookings() throws {
        let count = bench["bookings"]
        var next = 0
        try bench.compare(
            "bookings at \(bench["connections"]) connections",
            .rateAtLeast(0.9),
            items: count,
            rounds: 3,
            against: "bare insert"
        ) {
            next += count
            return try world.book(count, from: next)
        } theirs: {
            next += count
            return try world.bareBook(count, from: next)
        }
        let doubled = try world.database.connection().value(
            """
            select exists (select from schedule.resource_booking a join schedule.resource_booking b
                on a.venue_id = b.venue_id and a.session_id < b.session_id and a.during && b.during
                where a.during && tstzrange('2040-01-01', null) and b.during && tstzrange('2040-01-01', null))
            """,
            as: Bool.self
        )
        bench.demand("no room is booked twice", doubled == false)
    }

    private func reads() throws {
        let session = try world.database.session()
        let bare = try world.database.connection()
        let week = try SessionFilter(from: Day(iso: "2030-01-07"), until: Day(iso: "2030-01-13"))
        var seen = 0
        var fastest = Double.infinity
        try bench.compare("week view", .costAtMost(1.5), rounds: 15, against: "bare query") {
            seen = 0
            let seconds = try Stopwatch.wall { try SessionStore.list(session, matching: week) { _ in seen += 1 } }
            fastest = min(fastest, seconds)
            return seconds
        } theirs: {
            try Stopwatch.wall { try world.bareWeek(bare, week) }
        }
        bench.report.note("the week has \(seen) sessions")
        bench.limit("week view", seconds: fastest, atMost: 0.010)
        let evening = try SessionTime(
            starts: Instant(iso: "2030-01-08T19:00"),
            ends: Instant(iso: "2030-01-08T21:00")
        )
        fastest = .infinity
        var free = 0
        try bench.compare("free rooms for 60 people", .costAtMost(1.5), rounds: 15, against: "bare query") {
            let seconds = try Stopwatch.wall {
                free = try VenueStore.free(session, at: evening, seating: 60).count
            }
            fastest = min(fastest, seconds)
            return seconds
        } theirs: {
            try Stopwatch.wall { try world.bareFree(bare, evening) }
        }
        bench.report.note("\(free) of \(bench["rooms"]) rooms are free on Tuesday 19:00–21:00")
        bench.limit("free rooms for 60 people", seconds: fastest, atMost: 0.010)
    }

    private func expansion() throws {
        let series = bench["series"]
        let rule = try RecurrenceRule("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=30")
        let start = try Instant(iso: "2030-06-03T19:00")
        var dates = 0
        let seconds = try Stopwatch.wall {
            for _ in 0..<series { dates += try rule.dates(from: start).count }
        }
        bench.report.add(
            Figure("expansion of \(series) series of 30 sessions", ours: Figure.time(seconds), bar: "told")
        )
        bench.demand("every series has its sessions", dates == series * 30)
    }
}
