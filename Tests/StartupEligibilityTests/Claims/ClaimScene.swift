import Casework
import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

/// A policy with money, people who claim it, an officer and reviewers, in few words.
struct ClaimScene: Sendable {
    let database = TestDatabase.current
    let key: VersionKey

    static let steps = [
        ProcessStep(code: "RECEIVE", titleZh: "受理", titleEn: "receipt", actor: "街道", days: 5, unit: .working),
        ProcessStep(code: "REVIEW", titleZh: "初审", titleEn: "review", actor: "街道", days: 3, unit: .working),
        ProcessStep(code: "RECHECK", titleZh: "复审", titleEn: "recheck", actor: "区", days: 2, unit: .working),
        ProcessStep(code: "NOTICE", titleZh: "公示", titleEn: "notice", actor: "区", days: 5, unit: .working),
        ProcessStep(code: "PAY", titleZh: "拨付", titleEn: "payment", actor: "区", days: 30, unit: .calendar),
    ]

    /// - Parameter zones: `desk_etdz` is an officer of ETDZ, `eyes1_etdz` to `eyes3_etdz` its reviewers, and so on
    init(zones: [String] = ["ETDZ", "INNO"]) throws {
        key = VersionKey(policy: try Code("P"), version: try Code("1"))
        let superuser = try database.connection()
        for zone in zones {
            let roles = [("desk", "officer"), ("eyes1", "reviewer"), ("eyes2", "reviewer"), ("eyes3", "reviewer")]
            for (prefix, role) in roles { try hire(superuser, prefix + "_" + zone.lowercased(), role, zone) }
        }
    }

    /// Logins are the cluster's, and other tests make the same ones at the same time.
    private func hire(_ superuser: Connection, _ login: String, _ role: String, _ zone: String) throws {
        _ = try superuser.execute(
            "select set_config('claims.login', \(login), false), set_config('claims.role', \("zb_" + role), false)"
        )
        try superuser.script(
            """
            do $$
            begin
                execute format('create role %I login in role %I', current_setting('claims.login'), current_setting('claims.role'));
            exception when duplicate_object or unique_violation then null;
            end $$;
            """
        )
        _ = try superuser.execute(
            """
            insert into core.membership (login, role, zone_id, valid_from)
            select \(login), \(role), z.id, '2000-01-01' from core.zone z where z.code = \(zone)
            """
        )
    }

    func session(_ login: String = "tester", _ zone: String = "ETDZ", on day: String = "2024-10-21") throws -> Session {
        try database.session(
            as: login == "tester" ? login : login + "_" + zone.lowercased(),
            zone: zone,
            at: Instant(iso: day + "T10:00")
        )
    }

    /// A published policy with one benefit of 1,000 yuan for students.
    func addPolicy(
        _ policy: String = "P",
        version: String = "1",
        benefit: Benefit? = nil,
        condition: String = "student",
        steps: [ProcessStep] = ClaimScene.steps,
        requirements: [Requirement] = [],
        exclusions: [Exclusion] = [],
        parameters: [Parameter] = [],
        from: String = "2024-01-01",
        until: String? = nil,
        zones: [String] = ["ETDZ", "INNO"]
    ) throws {
        let session = try session()
        let code = try Code(policy)
        let key = VersionKey(policy: code, version: try Code(version))
        if try !PolicyStore.list(session).contains(where: { $0.code == code }) {
            let head = Policy(
                code: code,
                subject: .person,
                titleZh: "样例政策",
                titleEn: "Sample",
                authority: "样例局",
                documentNumber: nil,
                source: "样例",
                confidence: .assumed,
                zones: try zones.map { try ZoneCode($0) }
            )
            try session.perform(PolicyStore.add(head, code: code))
        }
        try session.perform(
            PolicyStore.addVersion(
                key,
                anchor: "application",
                from: Day(iso: from),
                until: until.map { try Day(iso: $0) },
                lateClaimUntil: nil,
                transition: nil
            )
        )
        for parameter in parameters { try session.perform(PolicyStore.add(parameter, to: key)) }
        let clause = Clause(code: "C1", condition: condition, article: "1", wordingZh: "样例条件", cure: .applicant)
        try session.perform(try PolicyStore.add(clause, to: key))
        try session.perform(try PolicyStore.add(benefit ?? Self.grant(), to: key))
        for step in steps { try session.perform(PolicyStore.add(step, to: key)) }
        for requirement in requirements { try session.perform(PolicyStore.add(requirement, to: key)) }
        for exclusion in exclusions { try session.perform(PolicyStore.add(exclusion, to: key)) }
        try session.perform(try Publication.publish(session, key))
    }

    static func grant(
        _ amount: String = "1000 yuan",
        oncePer: [Scope] = [.person],
        cap: String? = nil,
        payers: [(String, Int64)] = [("zone", 1_000_000)]
    ) -> Benefit {
        Benefit(
            code: "G",
            nameZh: "补贴",
            article: "1",
            amount: amount,
            cap: cap,
            capScope: cap == nil ? nil : .person,
            oncePer: oncePer,
            payers: payers.map { Benefit.Payer(layer: $0.0, share: Rate(partsPerMillion: $0.1)) }
        )
    }

    func addBudget(
        _ yuan: Int64,
        policy: String = "P",
        layer: BudgetLayer = .zone,
        year: Int = 2024,
        zone: String = "ETDZ",
        code: String? = nil
    ) throws {
        try session("tester", zone).perform(
            BudgetStore.add(
                code: code.map { try Code($0) },
                policy: Code(policy),
                year: year,
                layer: layer,
                amount: Money(fen: yuan * 100)
            )
        )
    }

    /// A student of the zone; the same number is the same natural person in every zone.
    func addPerson(_ code: String, _ number: Int, zone: String = "ETDZ", source: String = "教育部门") throws {
        let session = try session("desk", zone)
        try session.perform(
            PersonStore.add(
                code: Code(code),
                name: PersonName("样例人"),
                PersonDetails(idNumber: SampleIdentities.residentID(number))
            )
        )
        try set(code, "student", "yes", zone: zone, source: source)
    }

    func set(
        _ person: String,
        _ fact: String,
        _ value: String?,
        zone: String = "ETDZ",
        source: String = "教育部门",
        on day: String = "2024-10-01"
    ) throws {
        // On the day of the scene, or on the day of the observation where that is later.
        try session("desk", zone, on: max(day, "2024-10-21")).perform(
            FactStore.set(
                Code(person),
                FactStore.Declaration(fact: fact, value: value, observedOn: Day(iso: day), source: source)
            )
        )
    }

    func decide(_ person: String, policy: String = "P", zone: String = "ETDZ", on day: String = "2024-10-21") throws
        -> Code
    {
        let session = try session("desk", zone, on: day)
        let answer = try #require(
            try Assessor(session, policy: Code(policy)).answers(
                session,
                ApplicantStore.find(session, Code(person)),
                on: session.today
            ).first
        )
        return try Code(try session.perform(DecisionStore.record(answer, of: Code(person), knownAt: nil)))
    }

    func open(
        _ claim: String,
        _ person: String,
        policy: String = "P",
        zone: String = "ETDZ",
        on day: String = "2024-10-21"
    ) throws {
        let decision = try decide(person, policy: policy, zone: zone, on: day)
        try session("desk", zone, on: day).perform(
            ClaimStore.open(decision: decision, benefit: nil, code: Code(claim))
        )
    }

    func assessment(_ claim: String, _ session: Session) throws -> ClaimAssessment {
        let claim = try ClaimStore.show(session, Code(claim))
        return try ClaimAssessor(session, policy: claim.policy).assess(claim)
    }

    func submit(_ claim: String, zone: String = "ETDZ", on day: String = "2024-10-21") throws {
        let session = try session("desk", zone, on: day)
        try session.perform(ClaimStore.submit(assessment(claim, session)))
    }

    func receive(_ claim: String, zone: String = "ETDZ", on day: String = "2024-10-21") throws {
        try session("desk", zone, on: day).perform(ClaimStore.receive(Code(claim)))
    }

    func review(_ claim: String, by login: String = "eyes1", zone: String = "ETDZ", on day: String = "2024-10-22")
        throws
    {
        try session(login, zone, on: day).perform(ClaimStore.review(Code(claim)))
    }

    func recheck(_ claim: String, by login: String = "eyes2", zone: String = "ETDZ", on day: String = "2024-10-23")
        throws
    {
        let session = try session(login, zone, on: day)
        try session.perform(ClaimStore.recheck(assessment(claim, session)))
    }

    func publish(_ claim: String, by login: String = "eyes2", zone: String = "ETDZ", on day: String = "2024-10-23")
        throws
    {
        try session(login, zone, on: day).perform(ClaimStore.publish(Code(claim)))
    }

    func approve(_ claim: String, by login: String = "eyes2", zone: String = "ETDZ", on day: String = "2024-10-31")
        throws
    {
        let session = try session(login, zone, on: day)
        try session.perform(ClaimStore.approve(assessment(claim, session)))
    }

    /// Brings a new claim up to a state on the way to `approved`.
    func claim(_ claim: String, _ person: String, policy: String = "P", zone: String = "ETDZ", to state: ClaimState)
        throws
    {
        try open(claim, person, policy: policy, zone: zone)
        if state == .draft { return }
        try submit(claim, zone: zone)
        if state == .submitted { return }
        try receive(claim, zone: zone)
        if state == .received { return }
        try review(claim, zone: zone)
        if state == .inReview { return }
        try recheck(claim, zone: zone)
        if state == .rechecked { return }
        try publish(claim, zone: zone)
        if state == .inNotice { return }
        try approve(claim, zone: zone)
    }
}

/// The rejection that a body is refused with; nil when it is not refused.
func refusal<R: Rejection>(_ body: () throws -> Void) throws -> R? {
    do {
        try body()
        return nil
    } catch let rejection as R {
        return rejection
    }
}
