import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Guarantees that hold across tables, and rules of real zones that the data must be able to say.
@Suite(.database)
struct HandoffGuaranteeTests {
    private func accepted(_ scene: HandoffScene, credit: CreditSplit? = nil) throws {
        try scene.offer(credit: credit)
        try scene.squad("ETDZ")
        try scene.coordinator("ETDZ").perform(HandoffStore.accept(Code("H1")))
    }

    @Test func `a change of custody has its event, its author, its reason and its terms in one transaction`() throws {
        let scene = try HandoffScene()
        try accepted(scene)
        let row = try #require(
            try scene.database.connection().row(
                """
                select e.actor, h.reason, (select count(*) from handoff.agreement g where g.handoff_id = h.id),
                    e.xmin = t.xmin and e.xmin = h.xmin and e.xmin = y.xmin and e.xmin = r.xmin
                        and e.xmin = (select min(g.xmin::text::bigint)::text::xid from handoff.agreement g where g.handoff_id = h.id)
                from handoff.handoff h join handoff.project_part t on t.id = h.part_id
                join handoff.history y on (y.handoff_id, y.action) = (h.id, 'accept')
                join core.event e on e.subject = 'handoff:' || h.code and e.verb = 'accept'
                join core.request r on r.id = e.request where h.code = 'H1'
                """,
                as: (String, String, Int64, Bool).self
            )
        )
        #expect(row.0 == "officer_etdz" && row.1 == "产业化落地" && row.2 == 4)
        #expect(row.3, "all rows were written by one transaction")
    }

    @Test func `no transaction shows a project that nobody works on, or that two do`() throws {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let watcher = try scene.database.connection()
        let sessions = Confined(try scene.coordinator("ETDZ"), watcher)
        let answers = race(2) { thread -> Int64 in
            guard thread == 1 else {
                try sessions.session.perform(HandoffStore.accept(Code("H1")))
                return 1
            }
            var seen: Int64 = 1
            for _ in 0..<200 {
                let custodians = try sessions.watcher.value(
                    "select count(*) from handoff.project_party where level = 'custodian'",
                    as: Int64.self
                )
                if custodians != 1 { seen = custodians ?? 0 }
            }
            return seen
        }
        #expect(successes(answers) == [1, 1])
        #expect(try ProjectStore.show(scene.coordinator("ETDZ"), scene.project).level == .custodian)
    }

    @Test func `the sender keeps the status of what it gave away until it is settled, and after`() throws {
        let scene = try HandoffScene()
        try accepted(scene)
        let later = try scene.coordinator("ETDZ", at: "2025-03-03T09:00")
        try later.perform(HandoffStore.land(Code("H1"), .started, on: nil))
        #expect(try ProjectStore.show(scene.coordinator("INNO"), scene.project).level == .status)
        try scene.jointOffice(at: "2025-03-04T09:00").perform(HandoffStore.settle(Code("H1"), note: "期满"))
        #expect(try ProjectStore.show(scene.coordinator("INNO"), scene.project).holder.text == "ETDZ")
    }

    @Test
    func `a zone that is away for weeks loses nothing: what it was offered waits, lapses to its sender, comes again`()
        throws
    {
        let scene = try HandoffScene()
        try scene.readyOffer()
        let weeks = "2024-12-02T09:00"
        try scene.coordinator("INNO", at: weeks).perform(HandoffStore.move(Code("H1"), .lapse))
        #expect(try scene.custody() == ["INNO 1"])
        try scene.offer("H2", at: weeks)
        let back = try scene.coordinator("ETDZ", at: "2024-12-03T09:00")
        #expect(try HandoffStore.list(back).map(\.state) == [.offered, .expired])
        try scene.squad("ETDZ")
        try back.perform(HandoffStore.accept(Code("H2")))
        #expect(try scene.custody() == ["ETDZ 2"])
    }

    @Test func `H7: the recommender has forty percent for five years`() throws {
        let scene = try HandoffScene()
        try accepted(scene, credit: CreditSplit(sender: Rate(percent: "40")))
        let shares = try CreditStore.shares(scene.coordinator("INNO"), handoff: Code("H1"))
            .filter { $0.measure == .signings }
        #expect(
            shares.map { "\($0.zone) \($0.share) \($0.until?.description ?? "")" } == [
                "INNO 40.00 2029-10-20", "ETDZ 60.00 2029-10-20",
            ]
        )
    }

    @Test func `H14: a lead goes to a unit within one working day and is judged within three`() throws {
        let scene = HandoffScene(of: try Code("FAB"))
        // Friday; 2024-10-12 is a make-up workday, the days before it are holidays.
        let inno = try scene.coordinator("INNO", at: "2024-10-11T09:00")
        try inno.perform(
            LeadStore.register(
                .init(organization: OrganizationName("样例装备有限公司"), creditCode: nil, industry: "装备", source: "展会"),
                code: Code("L1")
            )
        )
        let due = try scene.database.connection().rows(
            "select leg || ' ' || due_on from core.deadline where subject = 'lead:L1' order by due_on",
            as: String.self
        )
        #expect(due == ["route 2024-10-12", "assess 2024-10-15"])
        try inno.perform(LeadStore.assess(Code("L1"), .land, note: "好", project: Code("FAB"), kind: Code("industrial")))
        let open = try scene.database.connection().value(
            "select count(*) from core.deadline where subject = 'lead:L1' and met_on is null",
            as: Int64.self
        )
        #expect(open == 0)
    }

    @Test func `H16: a project is signed once, and its later stages are no second signing`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO")
        try inno.perform(ProjectStore.enter(Code("signed"), scene.project, on: nil))
        #expect(
            try refusal { try inno.perform(ProjectStore.enter(Code("signed"), scene.project, on: nil)) }?.code
                == "HND21"
        )
        try inno.perform(ProjectStore.enter(Code("construction"), scene.project, on: nil))
        let counted = try scene.database.connection().value(
            "select count(*) from handoff.stage_entry where stage = 'signed'",
            as: Int64.self
        )
        #expect(counted == 1)
    }

    @Test func `leads go to units by region as well, and what fits more exactly goes first`() throws {
        let scene = HandoffScene(of: try Code("FAB"))
        let inno = try scene.coordinator("INNO")
        for code in ["U1", "U2"] {
            try inno.perform(
                OrganizationStore.add(
                    code: Code(code),
                    OrganizationDetails(),
                    name: OrganizationName("样例\(code)处"),
                    kind: .agency
                )
            )
        }
        try inno.perform(LeadStore.addRoute(code: Code("R1"), industry: nil, region: "上海", unit: Code("U1")))
        try inno.perform(LeadStore.addRoute(code: Code("R2"), industry: "装备", region: "上海", unit: Code("U2")))
        for (code, industry, unit) in [("L1", "软件", "U1"), ("L2", "装备", "U2")] {
            var draft = try LeadStore.Draft(
                organization: OrganizationName("样例\(code)有限公司"),
                creditCode: nil,
                industry: industry,
                source: "展会"
            )
            draft.region = "上海"
            try inno.perform(LeadStore.register(draft, code: Code(code)))
            #expect(try inno.perform(LeadStore.route(Code(code), to: nil)) == unit)
        }
    }

    /// A session and a connection, each used by one thread.
    private struct Confined: @unchecked Sendable {
        let session: Session
        let watcher: Connection

        init(_ session: Session, _ watcher: Connection) {
            self.session = session
            self.watcher = watcher
        }
    }
}
