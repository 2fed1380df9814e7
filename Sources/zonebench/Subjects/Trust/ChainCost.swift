import Glibc
import Postgres
import Store
import Zones

/// What the chain adds to an event, and how fast a log is sealed and checked.
struct ChainCost {
    let bench: Bench
    private let database: BenchDatabase
    private let superuser: Connection

    init(_ bench: Bench, _ database: BenchDatabase) throws {
        self.bench = bench
        self.database = database
        superuser = try database.connection()
        // `core.finish` as it would be without hashes, for comparison only.
        try superuser.script(
            """
            create table public.plain_event (like core.event including defaults including identity);
            alter table public.plain_event alter prev_hash drop not null, alter hash drop not null,
                add constraint plain_in_sequence unique (subject, seq);
            create index on public.plain_event (zone_id, at, id);
            create function public.finish_plain(
                z bigint, request uuid, digest bytea, at timestamptz, noun text, verb text, subject text, change jsonb,
                answer text[]
            ) returns text[] language plpgsql as $$
            begin
                insert into public.plain_event (subject, seq, zone_id, at, recorded_at, actor, os_user, request, noun,
                    verb, change)
                select finish_plain.subject, coalesce(max(e.seq), 0) + 1, z, finish_plain.at, clock_timestamp(), session_user,
                    coalesce(nullif(current_setting('zonebridge.os_user', true), ''), session_user),
                    finish_plain.request, finish_plain.noun, finish_plain.verb, finish_plain.change
                from public.plain_event e where e.subject = finish_plain.subject;
                return core.answer(request, digest, at, answer);
            end $$;
            """
        )
    }

    func run() throws {
        let count = Int64(bench["chained"])
        for (what, spread) in [("event, a subject each", Int64.max), ("event, four a subject", 4)] {
            try bench.compare(what, .none, items: Int(count), against: "without chain") {
                try Stopwatch.wall { try finish(count, spread) }
            } theirs: {
                try Stopwatch.wall { try finishPlain(count, spread) }
            }
        }
        try check()
    }

    private func finish(_ count: Int64, _ spread: Int64) throws {
        let run = "\(UInt32.random(in: 0 ... .max))"
        try superuser.execute(
            """
            select count(core.finish(1, gen_random_uuid(), '\\x00', now(), 'org', 'add',
                'org:1:' || \(run) || ':' || case when \(spread) = 4 then i / 4 else i end,
                jsonb_build_object('code', 'O-2026-000123', 'kind', 'company'), array['x']))
            from generate_series(1, \(count)) as i
            """
        )
    }

    private func finishPlain(_ count: Int64, _ spread: Int64) throws {
        let run = "\(UInt32.random(in: 0 ... .max))"
        try superuser.execute(
            """
            select count(public.finish_plain(1, gen_random_uuid(), '\\x00', now(), 'org', 'add',
                'org:1:' || \(run) || ':' || case when \(spread) = 4 then i / 4 else i end,
                jsonb_build_object('code', 'O-2026-000123', 'kind', 'company'), array['x']))
            from generate_series(1, \(count)) as i
            """
        )
    }

    private func check() throws {
        bench.report.progress("writing \(bench["events"]) events")
        // As core.finish would, a set at a time: four rounds, each linked to the round before.
        let subjects = Int64(bench["events"]) / 4
        for round in 1...Int32(4) {
            try superuser.execute(
                """
                with new as (
                    select (null::core.event).*, i from generate_series(1, \(subjects)) as i
                ), filled as (
                    select 'bench:1:' || i as subject, \(round)::int as seq, 1::bigint as zone_id, now() as at,
                        clock_timestamp() as recorded_at, 'bench' as actor, 'bench' as os_user,
                        gen_random_uuid() as request, 'enrollment' as noun, 'add' as verb,
                        jsonb_build_object('cohort', 'NIGHT-1', 'seat', i) as change, pg_current_xact_id() as xact,
                        coalesce(b.hash, '') as prev_hash
                    from new left join core.event b on b.subject = 'bench:1:' || new.i and b.seq = \(round)::int - 1
                )
                insert into core.event (subject, seq, zone_id, at, recorded_at, actor, os_user, request, noun, verb,
                    change, xact, prev_hash, hash)
                select f.subject, f.seq, f.zone_id, f.at, f.recorded_at, f.actor, f.os_user, f.request, f.noun, f.verb,
                    f.change, f.xact, f.prev_hash, core.event_hash(f.prev_hash, f.seq, core.event_content(
                        row(0, f.subject, f.seq, f.zone_id, f.at, f.recorded_at, f.actor, f.os_user, f.request, f.noun,
                            f.verb, f.change, f.xact, f.prev_hash, null)::core.event))
                from filled f
                """
            )
        }
        try database.settle()
        let session = try database.session()
        let path = "/tmp/zb-bench-\(getpid()).seal"
        defer { unlink(path) }
        var seal: AuditStore.Seal?
        let sealing = try Stopwatch.wall { seal = try AuditStore.seal(session, to: path, as: session.request()) }
        let events = seal?.events ?? 0
        bench.report.add(Figure("seal of \(events) events", ours: Figure.rate(Double(events) / sealing)))
        for (what, against) in [("check by the chains alone", nil), ("check against the seal", path)] {
            var found = AuditStore.Verification()
            let seconds = try Stopwatch.wall { found = try AuditStore.verify(session, against: against) }
            let rate = Double(found.events) / seconds
            bench.demand(
                "\(what), at least 30,000 events/s, intact",
                rate >= 30_000 && found.first == nil,
                Figure.rate(rate)
            )
        }
    }
}
