import Postgres
import Store
import StoreTesting
import TalentEnrollment
import Zones

/// A test's database with a program, and short ways to put cohorts and people into it.
struct Scene: Sendable {
    let database = TestDatabase.current
    static let enrolling = "2024-08-20T09:00"
    static let lastEvening = "2024-09-03T22:00"

    /// An officer of one zone; business time is while people enroll, unless it is given.
    func officer(_ zone: String, at clock: String = enrolling) throws -> Session {
        try database.session(as: "officer_" + zone.lowercased(), zone: zone, at: Instant(iso: clock))
    }

    func program(_ code: String = "NIGHT") throws {
        try officer("INNO").perform(
            ProgramStore.add(code: Code(code), nameZh: "人才夜课堂", nameEn: "Night class", audience: .founders)
        )
    }

    /// A cohort that INNO hosts and ETDZ takes part in, on 2024-09-02 and 2024-09-03.
    @discardableResult
    func cohort(
        _ capacity: Capacity,
        _ code: String = "NIGHT-1",
        number: Int = 1,
        guests: [String] = ["ETDZ"],
        mode: AdmissionMode = .firstCome,
        offerDays: Int? = nil,
        prerequisites: Prerequisites = Prerequisites()
    ) throws -> Code {
        if try ProgramStore.list(officer("INNO")).isEmpty { try program() }
        let plan = CohortStore.Plan(
            program: try Code("NIGHT"),
            number: number,
            startsOn: try Day(iso: "2024-09-02"),
            endsOn: try Day(iso: "2024-09-03"),
            capacity: capacity,
            guests: try guests.map { try ZoneCode($0) },
            mode: mode,
            offerDays: offerDays,
            prerequisites: prerequisites
        )
        return try Code(officer("INNO").perform(CohortStore.add(code: Code(code), plan)))
    }

    /// Person `index` in a zone: the same natural person, whichever zone is asked.
    @discardableResult
    func person(_ index: Int, _ zone: String = "INNO", identified: Bool = true) throws -> Code {
        let details = PersonDetails(idNumber: identified ? SampleIdentities.residentID(index) : nil)
        let code = try Code("\(zone)-\(index)")
        try officer(zone).perform(
            PersonStore.add(code: code, name: PersonName(SampleIdentities.personName(index)), details)
        )
        return code
    }

    /// Enrolls person `index`, who is added first, as `E<index>`.
    @discardableResult
    func enroll(_ index: Int, _ zone: String = "INNO", in cohort: Code) throws -> EnrollmentStore.Placed {
        let person = try person(index, zone)
        return try officer(zone).perform(EnrollmentStore.add(cohort: cohort, person: person, code: Code("E\(index)")))
    }

    /// A cohort of two sessions that `people` attended as often as the numbers say, on its last evening.
    func taught(_ attended: [Int], sessions: Int = 2) throws -> Code {
        let cohort = try cohort(.unlimited)
        for index in attended.indices { try enroll(index, index.isMultiple(of: 2) ? "INNO" : "ETDZ", in: cohort) }
        let host = try officer("INNO", at: Self.lastEvening)
        for session in 0..<sessions {
            let present = try attended.indices.filter { attended[$0] > session }.map { try Code("E\($0)") }
            let held = AttendanceStore.Held(session: try Code("S\(session)"), day: try Day(iso: "2024-09-03"), hours: 3)
            try host.perform(AttendanceStore.record(cohort: cohort, held, present: present))
        }
        return cohort
    }

    /// Counts of a cohort as its row has them and as its enrollments do; equal or the counters are wrong.
    func counts(_ cohort: Code) throws -> (row: [Int32], enrollments: [Int32]) {
        let owner = try database.connection()
        let row = try owner.row(
            """
            select s.taken, s.waiting from enrollment.cohort_seats s join enrollment.cohort c on c.id = s.cohort_id
            where c.code = \(cohort.text)
            """,
            as: (Int32, Int32).self
        )
        let held = try owner.row(
            """
            select count(*) filter (where t.holds_seat)::int, count(*) filter (where e.state = 'waitlisted' and e.passed_over is null)::int
            from enrollment.enrollment e join enrollment.state t on t.code = e.state
            join enrollment.cohort c on c.id = e.cohort_id where c.code = \(cohort.text)
            """,
            as: (Int32, Int32).self
        )
        return (row.map { [$0.0, $0.1] } ?? [], held.map { [$0.0, $0.1] } ?? [])
    }
}

/// The rejection that `body` is refused with; nil when it is not.
func refusal<Refusal: Error>(_ body: () throws -> Void) throws -> Refusal? {
    do {
        try body()
        return nil
    } catch let refusal as Refusal {
        return refusal
    }
}

/// The rejections among the answers of a race.
func refusals<Answer>(_ answers: [Result<Answer, any Error>]) -> [EnrollmentRejection] {
    answers.compactMap { if case .failure(let error) = $0 { error as? EnrollmentRejection } else { nil } }
}

/// What succeeded among the answers of a race.
func successes<Answer>(_ answers: [Result<Answer, any Error>]) -> [Answer] {
    answers.compactMap { try? $0.get() }
}
