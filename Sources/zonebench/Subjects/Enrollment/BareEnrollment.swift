import CLibPQ

/// Enrollment as it is written without a product around it: tables of its own with the same keys, no roles, no rules.
///
/// One statement writes what the product keeps of an enrollment: the counters, the row, its event, the answer.
struct BareEnrollment: Sendable {
    private let conninfo: String

    init(_ database: BenchDatabase) throws {
        conninfo = database.dsn(as: "zb_super")
        try BareConnection(conninfo).execute(
            """
            create schema bench;
            create table bench.seats (cohort bigint primary key, capacity int not null, taken int not null,
                waiting int not null, last_number int not null);
            create table bench.enrollment (id bigint generated always as identity primary key, code text not null unique,
                cohort bigint not null, person bigint not null, state text not null, queue_number int,
                applied_at timestamptz not null, unique (cohort, person), unique (cohort, queue_number));
            create sequence bench.code;
            create table bench.event (id bigint generated always as identity primary key, subject text not null,
                seq int not null, at timestamptz not null, actor text not null, request uuid not null,
                change jsonb not null, unique (subject, seq));
            create table bench.request (actor text, id uuid, answer text[] not null, primary key (actor, id));
            """
        )
    }

    /// Empties the tables and opens so many cohorts.
    func open(_ cohorts: Int, seats: Int) throws {
        try BareConnection(conninfo).execute(
            """
            truncate bench.seats, bench.enrollment, bench.event, bench.request;
            insert into bench.seats select i, \(seats), 0, 0, 0 from generate_series(1, \(cohorts)) i;
            """
        )
    }

    typealias Way = @Sendable (BareConnection, _ cohort: Int, _ person: Int) throws -> Void

    func enroll(_ attempts: Int, _ connections: Int, _ way: @escaping Way, _ cohort: @escaping @Sendable (Int) -> Int)
        throws -> Double
    {
        let conninfo = conninfo
        return try Crew.run(connections) { _ in
            let bare = try BareConnection(conninfo)
            for (name, text) in Self.statements { try bare.prepare(name, text, [20, 20]) }
            return bare
        } work: { index, bare in
            for attempt in stride(from: index, to: attempts, by: connections) {
                try way(bare, cohort(attempt), attempt + 1)
            }
        }
    }

    let oneStatement: Way = { bare, cohort, person in try bare.run("one", cohort, person) }

    let sixStatements: Way = { bare, cohort, person in
        try bare.execute("begin")
        try bare.run("lock", cohort, person)
        try bare.run("known", cohort, person)
        try bare.run("insert", cohort, person)
        try bare.run("count", cohort, person)
        try bare.execute("commit")
    }

    private static let statements = [
        (
            "one",
            """
            with s as (
                update bench.seats set taken = taken + (waiting = 0 and taken < capacity)::int,
                    waiting = waiting + (not (waiting = 0 and taken < capacity))::int,
                    last_number = last_number + (not (waiting = 0 and taken < capacity))::int
                where cohort = $1 returning waiting > 0 as queued, last_number),
            e as (
                insert into bench.enrollment (code, cohort, person, state, queue_number, applied_at)
                select 'E-2026-' || lpad(nextval('bench.code')::text, 6, '0'), $1, $2,
                    case when queued then 'waitlisted' else 'enrolled' end, case when queued then last_number end, now()
                from s returning code, state),
            v as (
                insert into bench.event (subject, seq, at, actor, request, change)
                select 'enrollment:' || code, 1, now(), session_user, gen_random_uuid(),
                    jsonb_build_object('cohort', $1, 'person', $2) from e)
            insert into bench.request select session_user, gen_random_uuid(), array[code, state] from e
            """
        ),
        ("lock", "select capacity, taken from bench.seats where cohort = $1 and $2 > 0 for update"),
        ("known", "select 1 from bench.enrollment where cohort = $1 and person = $2"),
        (
            "insert",
            """
            insert into bench.enrollment (code, cohort, person, state, applied_at)
            values ('E-2026-' || lpad(nextval('bench.code')::text, 6, '0'), $1, $2, 'enrolled', now())
            """
        ),
        ("count", "update bench.seats set taken = taken + 1 where cohort = $1 and $2 > 0"),
    ]
}

extension BareConnection {
    /// Runs a prepared statement of two integers.
    fileprivate func run(_ name: String, _ first: Int, _ second: Int) throws {
        let octets = [Int64(first).bigEndian, Int64(second).bigEndian]
        try octets.withUnsafeBytes { bytes in
            let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values: [UnsafePointer<CChar>?] = [base, base.map { $0 + 8 }]
            try check(PQexecPrepared(pointer, name, 2, values, [8, 8], [1, 1], 1))
        }
    }
}
