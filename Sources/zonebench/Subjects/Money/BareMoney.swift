import CLibPQ
import Postgres

/// Money as it is moved without a product around it: tables of its own with the same keys, no roles, no rules.
struct BareMoney: Sendable {
    enum Way: Sendable { case ours, guarded }

    private let conninfo: String
    private let database: BenchDatabase
    /// The product's budgets and the bare ones, in the same order.
    private let budgets: [Int64]

    init(_ database: BenchDatabase, budgets count: Int) throws {
        self.database = database
        conninfo = database.dsn(as: "zb_super")
        let bare = try BareConnection(conninfo)
        try bare.execute(Self.tables)
        try bare.execute("insert into bench.budget select i, 100000000000000, 0, 0 from generate_series(1, \(count)) i")
        budgets = try database.connection().rows(
            """
            select min(b.id) from eligibility.budget b where b.year = extract(year from now())::int
            group by b.policy_id order by b.policy_id
            """,
            as: Int64.self
        )
    }

    /// Reserves a yuan again and again, each connection taking every so many; the seconds that all took.
    func reserve(_ way: Way, _ attempts: Int, _ connections: Int, budgets count: Int) throws -> Double {
        let (conninfo, budgets) = (conninfo, budgets)
        return try Crew.run(connections) { _ in
            let bare = try BareConnection(conninfo)
            try bare.prepare(
                "reserve",
                way == .ours
                    ? "select eligibility.move_money(now(), $1, 'reserve', 'free', 'reserved', 100, 'claim:CL-2026-000001')"
                    : "select bench.reserve($1, 100, 'claim:CL-2026-000001')",
                [20]
            )
            return bare
        } work: { index, bare in
            for attempt in stride(from: index, to: attempts, by: connections) {
                let place = attempt &* 7_919 % count
                try bare.run("reserve", way == .ours ? budgets[place] : Int64(place + 1))
            }
        }
    }

    /// Orders of a batch out to a file and a bank's answer in from one, and the same books kept by one statement a table.
    func pay(_ count: Int) throws -> Double {
        try BareConnection(conninfo).execute(
            """
            truncate bench.payment, bench.claim, bench.part, bench.hold;
            insert into bench.claim select i, 'in_payment', null from generate_series(1, \(count)) i;
            insert into bench.hold select i, 'claim:C-' || i, null from generate_series(1, \(count)) i;
            insert into bench.payment select i, 'PM-2026-' || lpad(i::text, 6, '0'), i, 800000, 'ordered', null, null, null, '样例人',
                '1234000000' || lpad(i::text, 6, '0'), '样例银行南通分行', '102306000011' from generate_series(1, \(count)) i;
            insert into bench.part select i, l, l, 480000, 0 from generate_series(1, \(count)) i, generate_series(1, 2) l;
            update bench.budget set reserved_fen = reserved_fen + 960000::bigint * \(count) where id <= 2;
            """
        )
        return try copies(
            into: """
                begin;
                create temporary table answer (code text primary key, amount bigint, state text, reference text, day date);
                \\copy answer from '{}'
                with moved as (
                    update bench.payment p set state = a.state, settled_on = a.day, reference = a.reference
                    from answer a where a.code = p.code and a.amount = p.amount and p.state = 'ordered' returning p.id, p.code),
                drawn as (
                    update bench.part t set reserved_fen = t.reserved_fen - 480000, paid_fen = t.paid_fen + 480000
                    from moved m where t.award = m.id returning t.budget, m.code),
                closed as (update bench.claim c set state = 'paid', closed_on = now() from moved m where c.id = m.id),
                freed as (update bench.hold h set released_on = now() from moved m where h.subject = 'claim:C-' || m.id),
                entered as (
                    insert into bench.entry (budget, act, amount, reference)
                    select d.budget, 'commit', 480000, 'claim:C/payment:' || d.code from drawn d)
                update bench.budget b set reserved_fen = b.reserved_fen - s.fen, paid_fen = b.paid_fen + s.fen
                from (select d.budget, sum(480000)::bigint as fen from drawn d group by d.budget) s where b.id = s.budget;
                commit;
                """
        )
    }

    /// Nothing but COPY out and COPY in.
    func copyOnly(_ count: Int) throws -> Double {
        _ = try pay(count)
        return try copies(
            into: """
                create temporary table answer (code text primary key, amount bigint, state text, reference text, day date);
                \\copy answer from '{}'
                """
        )
    }

    private func copies(into script: String) throws -> Double {
        let out = try ScratchFile("bare-out.csv")
        let answer = try ScratchFile("bare-in.csv")
        func psql(_ script: String) throws -> Double {
            let input = try ScratchFile("bare.sql", script)
            let child = try Child.run(
                ["/usr/bin/env", "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", conninfo, "-f", input.path],
                output: answer.path + ".out"
            )
            guard child.status == 0 else { throw BenchFault("psql: \(child.status), see \(answer.path).out") }
            return child.seconds
        }
        let exported = try psql(
            "\\copy (select code, holder, account, bank, bank_code, amount from bench.payment order by code) to '\(out.path)' csv\n"
        )
        _ = try psql(
            "\\copy (select code, amount, 'paid', 'R' || code, date '2026-11-25' from bench.payment) to '\(answer.path)'\n"
        )
        let parts = script.split(separator: "{}", omittingEmptySubsequences: false)
        return exported + (try psql(parts.joined(separator: answer.path) + "\n"))
    }

    private static let tables = """
        create schema bench;
        create table bench.budget (id bigint primary key, total_fen bigint not null, reserved_fen bigint not null,
            paid_fen bigint not null, check (reserved_fen + paid_fen <= total_fen)) with (fillfactor = 50);
        create table bench.entry (id bigint generated always as identity primary key, at timestamptz not null default now(),
            budget bigint not null references bench.budget, act text not null, amount bigint not null, reference text not null,
            actor text not null default session_user);
        create index on bench.entry (budget, id);
        create index on bench.entry (reference);
        create function bench.reserve(wanted bigint, fen bigint, why text) returns boolean language plpgsql as $$
        begin
            update bench.budget set reserved_fen = reserved_fen + fen
            where id = wanted and total_fen - reserved_fen - paid_fen >= fen;
            if not found then return false; end if;
            insert into bench.entry (budget, act, amount, reference) values (wanted, 'reserve', fen, why);
            return true;
        end $$;
        create table bench.claim (id bigint primary key, state text not null, closed_on date);
        create index on bench.claim (state, id);
        create table bench.hold (id bigint primary key, subject text not null unique, released_on date);
        create table bench.payment (id bigint primary key, code text not null unique, claim bigint not null, amount bigint not null,
            state text not null, settled_on date, reason text, reference text, holder text, account text, bank text, bank_code text);
        create unique index on bench.payment (claim) where state in ('ordered', 'paid');
        create table bench.part (award bigint, position int, budget bigint not null, reserved_fen bigint not null,
            paid_fen bigint not null, primary key (award, position));
        """
}

extension BareConnection {
    /// Runs a prepared statement of one integer.
    fileprivate func run(_ name: String, _ value: Int64) throws {
        try withUnsafeBytes(of: value.bigEndian) { bytes in
            let values: [UnsafePointer<CChar>?] = [bytes.baseAddress?.assumingMemoryBound(to: CChar.self)]
            try check(PQexecPrepared(pointer, name, 1, values, [8], [1], 1))
        }
    }
}
