import Postgres
import ProjectHandoff
import Store
import Zones

/// What a crash must never leave: a project that is handed over in one table and not in another.
enum HandoffHalves {
    /// Projects whose custody, state, history, access, obligations, credit, clock and receipt do not say the same.
    static func find(_ connection: Connection) throws -> [String] {
        try connection.rows(
            """
            select p.code from handoff.project p join handoff.project_part t on t.project_id = p.id
            join core.zone z on z.id = t.zone_id left join handoff.handoff h on h.part_id = t.id
            cross join lateral (select coalesce(h.state = 'accepted', false) as moved) m
            where (z.code, t.epoch) is distinct from (case when m.moved then 'ETDZ' else 'INNO' end, 1 + m.moved::int)
                or (h.receipt is not null) <> m.moved
                or h.version <> (select count(*) from handoff.history y where y.handoff_id = h.id)
                or h.version <> (select count(*) from core.event e where e.subject = 'handoff:' || h.code)
                or (select count(*) from handoff.project_party y where y.project_id = p.id and y.level = 'custodian') <> 1
                or not exists (select from handoff.project_party y
                    where (y.project_id, y.zone_id) = (p.id, t.zone_id) and y.level = 'custodian')
                or exists (select from handoff.obligation o where o.part_id = t.id and o.zone_id <> t.zone_id)
                or exists (select from handoff.credit_share s
                    where s.part_id = t.id and s.line = 0 and upper_inf(s.valid) and s.zone_id <> t.zone_id)
                or exists (select from handoff.agreement g where g.part_id = t.id) <> m.moved
                or h.open::int <> (
                    select count(*) from core.deadline d where d.subject = 'handoff:' || h.code and d.met_on is null)
                or exists (select from core.notice n
                    where n.subject = 'handoff:' || h.code and n.kind = 'handoff_accepted') <> m.moved
            order by p.code
            """,
            as: String.self
        )
    }

    /// Whether `find` names a project whose custody alone was moved: if not, it proves nothing.
    static func isSeen(_ connection: Connection) throws -> Bool {
        try connection.execute("begin")
        defer { _ = try? connection.execute("rollback") }
        let victim = try connection.value(
            """
            update handoff.project_part t set zone_id = p.zone_id from handoff.project p
            where p.id = t.project_id and t.id = (select min(id) from handoff.project_part) returning p.code
            """,
            as: String.self
        )
        return try find(connection) == [victim].compactMap(\.self)
    }

    /// Receipts that do not follow from the histories under them.
    static func brokenReceipts(_ session: Session) throws -> [String] {
        try session.act(for: ZoneCode("ETDZ"))
        return try HandoffStore.list(session).filter { handoff in
            guard let receipt = handoff.receipt else { return true }
            let found = try HandoffChainStore.verify(session, receipt: receipt)
            return found.brokenAt != nil || !found.receiptFits
        }.map(\.code.text)
    }
}
