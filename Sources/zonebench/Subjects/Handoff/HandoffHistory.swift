import Postgres

/// Many projects with a past, written straight into the tables: what reports read, not how it came about.
enum HandoffHistory {
    static func load(_ projects: Int, into connection: Connection) throws {
        // Without triggers and keys, which hold for these rows as they are made.
        try connection.execute("set session_replication_role = replica")
        try connection.execute(
            """
            insert into handoff.project (zone_id, code, name, industry, stage, registered_on, kind, currency, investment,
                is_key, progress_on, signed_on, started_on, completed_on)
            select case when i % 3 = 0 then e.id else z.id end, 'L-' || i, '样例' || i, '装备', s.stage, d.day,
                'industrial', 'CNY', (i % 997 + 1) * 1000000000, i % 5000 = 0, date '2024-01-01' + (i % 300)::int,
                d.day + 180, case when s.stage <> 'signed' then d.day + 240 end,
                case when s.stage in ('completed', 'production') then d.day + 300 end
            from core.zone z, core.zone e, generate_series(1, \(Int64(projects))) i
            cross join lateral (select date '2022-01-01' + (i % 900)::int as day) d
            cross join lateral (select (array['signed', 'construction', 'completed', 'production'])[(i % 4)::int + 1] as stage) s
            where z.code = 'INNO' and e.code = 'ETDZ'
            """
        )
        try connection.script(
            """
            insert into handoff.project_party
            select id, zone_id, 'custodian' from handoff.project where code like 'L-%';
            insert into handoff.project_part (project_id, name, zone_id, held_since, attention_on)
            select id, 'whole', zone_id, registered_on, progress_on + 30 from handoff.project where code like 'L-%';
            insert into handoff.stage_entry
            select p.id, s.code, p.registered_on + s.position * 60, p.zone_id from handoff.project p
            join handoff.stage t on t.code = p.stage join handoff.stage s on s.position between 3 and t.position
            where p.code like 'L-%';
            insert into handoff.progress (project_id, zone_id, at, actor, note)
            select p.id, p.zone_id, p.registered_on + n * 10, 'bench', '样例' from handoff.project p, generate_series(1, 10) n
            where p.code like 'L-%';
            insert into handoff.handoff (code, part_id, project_code, from_zone_id, to_zone_id, round, state, version, epoch,
                reason, offered_at, moved_at, due_on)
            select 'LH-' || t.id, t.id, p.code, t.zone_id, z.id, 'LH-' || t.id,
                case when t.id % 50 = 0 then 'offered' else 'rejected' end, 1, 1, '样例', p.registered_on, p.registered_on, p.registered_on + 5
            from handoff.project_part t join handoff.project p on p.id = t.project_id
            join core.zone z on z.code in ('INNO', 'ETDZ') and z.id <> t.zone_id where p.code like 'L-%';
            insert into handoff.credit_share (project_id, part_id, measure, zone_id, line, points, valid)
            select t.project_id, t.id, m.code, t.zone_id, 0, 10000, daterange(core.day(t.held_since), null)
            from handoff.project_part t join handoff.project p on p.id = t.project_id, handoff.measure m
            where p.code like 'L-%';
            """
        )
        try connection.execute("reset session_replication_role")
    }
}
