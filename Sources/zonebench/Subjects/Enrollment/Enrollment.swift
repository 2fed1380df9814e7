import Postgres
import Store
import TalentEnrollment
import Zones

extension Subject {
    static let enrollment = Subject(
        "enrollment",
        "enrollments a second at several connections, against bare designs through libpq; the server waits for its disk",
        settings: [
            .init("connections", 16, "connections at once"),
            .init("seats", 10_000, "seats of the one cohort"),
            .init("attempts", 11_200, "people who want one of them"),
            .init("spread", 1_000, "cohorts of 12 seats"),
            .init("contests", 3, "how often both sides run in turn"),
        ]
    ) { bench in
        try EnrollmentBench(bench).run()
    }
}

/// Many people at once into one cohort, and into many.
final class EnrollmentBench {
    let bench: Bench
    let database: BenchDatabase
    let bare: BareEnrollment
    /// How often the crew went to work: each time it warms up with a cohort of its own.
    private var shifts = 0

    /// What each connection enrolls before the clock starts, as the bare side prepares its statements before.
    private static let warmUp = 6

    init(_ bench: Bench) throws {
        self.bench = bench
        database = try bench.cluster().makeDatabase("bench_enrollment")
        bare = try BareEnrollment(database)
        bench.report.progress("people and cohorts")
        try prepare()
        try database.settle()
    }

    func run() throws {
        let attempts = bench["attempts"]
        let connections = bench["connections"]
        var round = 0
        try bench.compare(
            "one cohort of \(bench["seats"]) seats, \(connections) connections",
            .rateAtLeast(0.9),
            items: attempts,
            rounds: bench["contests"],
            isWarm: true,
            against: "one statement"
        ) {
            round += 1
            let cohort = "BIG-\(round)"
            let seconds = try enroll(attempts, connections) { _ in cohort }
            try check(cohort)
            return seconds
        } theirs: {
            try bare.open(1, seats: bench["seats"])
            return try bare.enroll(attempts, connections, bare.oneStatement) { _ in 1 }
        }
        try bench.compare(
            "the same",
            .rateAtLeast(4),
            items: attempts / 4,
            rounds: 1,
            isWarm: true,
            against: "six statements"
        ) {
            round += 1
            let cohort = "BIG-\(round)"
            return try enroll(attempts / 4, connections) { _ in cohort }
        } theirs: {
            try bare.open(1, seats: bench["seats"])
            return try bare.enroll(attempts / 4, connections, bare.sixStatements) { _ in 1 }
        }
        try spread()
        bench.report.note(
            "one statement: counters, enrollment, event and answer in one CTE through libpq; no names, roles, rules or hashes"
        )
        bench.report.note(
            "both sides answer when the commit is on the disk; ours lets go of the cohort's row before, see Session.releasing"
        )
    }

    private func spread() throws {
        let attempts = bench["attempts"]
        let cohorts = bench["spread"]
        var round = 0
        try bench.compare(
            "\(cohorts) cohorts of 12 seats, at random",
            .rateAtLeast(0.8),
            items: attempts,
            rounds: bench["contests"],
            isWarm: true,
            against: "one statement"
        ) {
            round += 1
            let prefix = "K\(round)"
            return try enroll(attempts, bench["connections"]) { "\(prefix)-\(Self.place($0, cohorts))" }
        } theirs: {
            try bare.open(cohorts, seats: 12)
            return try bare.enroll(attempts, bench["connections"], bare.oneStatement) { Self.place($0, cohorts) }
        }
        let sold = try database.connection().value(
            """
            select bool_and(s.taken = n.seated and s.waiting = n.queued and s.taken <= s.capacity
                and (s.waiting = 0 or s.taken = s.capacity))
            from enrollment.cohort_seats s
            join lateral (
                select count(*) filter (where e.state = 'enrolled') as seated,
                    count(*) filter (where e.state = 'waitlisted') as queued
                from enrollment.enrollment e where e.cohort_id = s.cohort_id) n on true
            """,
            as: Bool?.self
        )
        bench.demand("counts agree in every cohort, none oversold, nobody waits before a free seat", sold == true)
    }

    /// A cohort that looks random and is the same on both sides.
    private static func place(_ attempt: Int, _ cohorts: Int) -> Int { attempt &* 7_919 % cohorts + 1 }

    /// One verb a person, each connection taking every so many of them.
    private func enroll(_ attempts: Int, _ connections: Int, _ cohort: @escaping @Sendable (Int) -> String) throws
        -> Double
    {
        let database = database
        shifts += 1
        let warm = try Code("WARM-\(shifts)")
        return try Crew.run(connections) { index in
            let session = try database.session()
            for turn in 0..<Self.warmUp {
                let person = try Code("W-\(index * Self.warmUp + turn + 1)")
                try session.perform(EnrollmentStore.add(cohort: warm, person: person, code: nil))
            }
            return session
        } work: { index, session in
            for attempt in stride(from: index, to: attempts, by: connections) {
                let verb = EnrollmentStore.add(
                    cohort: try Code(cohort(attempt)),
                    person: try Code("P-\(attempt + 1)"),
                    code: nil
                )
                try session.perform(verb)
            }
        }
    }

    /// Seats and queue of a cohort after everybody has come.
    private func check(_ cohort: String) throws {
        let row = try database.connection().row(
            """
            select s.taken = least(s.capacity, n.came) and s.taken = n.seated,
                s.waiting = n.queued and s.waiting = n.came - s.taken
                    and n.first_number = 1 and n.last_number = n.queued and n.numbers = n.queued,
                -- Rows are made under the lock of the seats, so that their order is that of the decisions.
                n.last_seated < n.first_queued
            from enrollment.cohort c
            join enrollment.cohort_seats s on s.cohort_id = c.id
            join lateral (
                select count(*) as came, count(*) filter (where e.state = 'enrolled') as seated,
                    count(*) filter (where e.state = 'waitlisted') as queued, min(e.queue_number) as first_number,
                    max(e.queue_number) as last_number, count(distinct e.queue_number) as numbers,
                    max(e.id) filter (where e.state = 'enrolled') as last_seated,
                    min(e.id) filter (where e.state = 'waitlisted') as first_queued
                from enrollment.enrollment e where e.cohort_id = c.id) n on true
            where c.code = \(cohort)
            """,
            as: (Bool?, Bool?, Bool?).self
        )
        bench.demand("\(cohort): no oversell", row?.0 == true)
        bench.demand("\(cohort): nobody waits before a free seat, numbers without a gap", row?.1 == true)
        bench.demand("\(cohort): no queue jump", row?.2 == true)
    }

    private func prepare() throws {
        let contests = bench["contests"]
        var text = "program add --code LIJIAN --name-zh 砺剑班 --name-en 'Sharp Sword' --audience promotion-staff\n"
        for number in 1...bench["attempts"] {
            text += "person add --code P-\(number) --name \(SampleIdentities.personName(number))\n"
        }
        for number in 1...bench["connections"] * Self.warmUp {
            text += "person add --code W-\(number) --name \(SampleIdentities.personName(number))\n"
        }
        var number = 0
        func cohort(_ code: String, _ seats: Int) {
            number += 1
            text +=
                "cohort add --code \(code) --program LIJIAN --number \(number) --capacity \(seats)"
                + " --starts-on 2999-01-01 --ends-on 2999-12-31\n"
        }
        for round in 1...contests + 3 { cohort("BIG-\(round)", bench["seats"]) }
        for shift in 1...contests * 2 + 1 { cohort("WARM-\(shift)", 1_000) }
        for round in 1...contests + 1 {
            for place in 1...bench["spread"] { cohort("K\(round)-\(place)", 12) }
        }
        try database.play(text)
    }
}
