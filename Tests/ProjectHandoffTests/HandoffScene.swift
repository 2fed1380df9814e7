import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Zones

/// A test's database with a project of INNO's, and short ways to squads and offers.
struct HandoffScene: Sendable {
    let database = TestDatabase.current
    let project: Code
    static let offering = "2024-10-21T09:00"

    /// A scene whose project the test registers itself.
    init(of project: Code) {
        self.project = project
    }

    init(_ code: String = "SENSOR") throws {
        project = try Code(code)
        try coordinator("INNO").perform(
            ProjectStore.add(
                code: project,
                ProjectStore.Draft(name: "样例传感器", industry: "智能装备", stage: try Code("research"))
            )
        )
    }

    /// A coordinator of one zone.
    func coordinator(_ zone: String, at clock: String = offering) throws -> Session {
        try database.session(as: "officer_" + zone.lowercased(), zone: zone, at: Instant(iso: clock))
    }

    /// Three people of a zone become its squad for the project.
    func squad(_ zone: String) throws {
        let session = try coordinator(zone)
        let members = try (1...3).map { number in
            let code = try Code("\(zone)-M\(number)")
            if try PersonStore.show(session, code) == nil {
                try session.perform(PersonStore.add(code: code, name: PersonName("样例"), PersonDetails()))
            }
            return code
        }
        try session.perform(SquadStore.assign(project, chief: members[0], a: members[1], b: members[2]))
    }

    /// Offers the project; half of the credit stays with the sender unless it is given.
    @discardableResult
    func offer(
        _ code: String = "H1",
        from sender: String = "INNO",
        to receivers: String...,
        credit: CreditSplit? = nil,
        part: String = "whole",
        at clock: String = offering
    ) throws -> [HandoffStore.Moved] {
        try coordinator(sender, at: clock).perform(
            HandoffStore.offer(
                project,
                to: (receivers.isEmpty ? ["ETDZ"] : receivers).map { try ZoneCode($0) },
                Self.details(credit: credit, part: part),
                code: Code(code)
            )
        )
    }

    /// What an offer says.
    static func details(
        credit: CreditSplit? = nil,
        part: String = "whole",
        doubles: [CreditMeasure] = [],
        floor: Money = .zero,
        years: Int32? = nil
    )
        throws -> HandoffStore.Offer
    {
        HandoffStore.Offer(
            part: try Code(part),
            reason: "产业化落地",
            terms: CreditTerms(
                try credit ?? CreditSplit(sender: Rate(percent: "50")),
                doubles: doubles,
                floor: floor,
                years: years
            )
        )
    }

    /// A joint office of the region, of two people (1 and 2): it acts for no zone and sees all.
    func jointOffice(_ person: Int = 1, at clock: String = offering) throws -> Session {
        let superuser = try database.connection()
        try superuser.script(
            """
            do $$
            declare
                name text;
            begin
                foreach name in array array['joint_office', 'joint_office_2'] loop
                    begin
                        execute format('create role %I login in role zb_joint_office', name);
                    exception when duplicate_object or unique_violation then null;
                    end;
                    insert into core.membership (login, role, zone_id, valid_from)
                    select name, 'joint_office', null, '2000-01-01'
                    where not exists (select from core.membership where login = name);
                end loop;
            end $$;
            """
        )
        return try database.session(
            as: person == 1 ? "joint_office" : "joint_office_2",
            zone: nil,
            at: Instant(iso: clock)
        )
    }

    /// An offer whose receiver has its squad.
    func readyOffer(_ code: String = "H1", from sender: String = "INNO", to receiver: String = "ETDZ") throws {
        try offer(code, from: sender, to: receiver)
        try squad(receiver)
    }

    /// The zone that holds the project, and how often it changed hands, by the table itself.
    func custody() throws -> [String] {
        try database.connection().rows(
            """
            select z.code || ' ' || t.epoch from handoff.project_part t join handoff.project p on p.id = t.project_id
            join core.zone z on z.id = t.zone_id where p.code = \(project) order by t.id
            """,
            as: String.self
        )
    }
}

/// The rejection that `body` is refused with; nil when it is not.
func refusal(_ body: () throws -> Void) throws -> HandoffRejection? {
    do {
        try body()
        return nil
    } catch let refusal as HandoffRejection {
        return refusal
    }
}

/// The stable codes of the rejections among the answers of a race.
func refusals<Answer>(_ answers: [Result<Answer, any Error>]) -> [String] {
    answers.compactMap {
        if case .failure(let error) = $0 { (error as? HandoffRejection)?.code ?? "\(error)" } else { nil }
    }
}

/// What succeeded among the answers of a race.
func successes<Answer>(_ answers: [Result<Answer, any Error>]) -> [Answer] {
    answers.compactMap { try? $0.get() }
}
