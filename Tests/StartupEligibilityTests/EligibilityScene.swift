import Store
import StoreTesting
import Zones

@testable import StartupEligibility

/// A policy and people in a test's database, in few words.
struct EligibilityScene {
    let database = TestDatabase.current
    let session: Session
    let key: VersionKey

    init() throws {
        session = try database.session()
        key = VersionKey(policy: try Code("P"), version: try Code("1"))
    }

    func addPolicy(_ code: String = "P", zones: [String] = ["ETDZ"]) throws {
        let policy = Policy(
            code: try Code(code),
            subject: .person,
            titleZh: "样例政策",
            titleEn: "Sample",
            authority: "样例局",
            documentNumber: nil,
            source: "样例",
            confidence: .assumed,
            zones: try zones.map { try ZoneCode($0) }
        )
        try session.perform(PolicyStore.add(policy, code: policy.code))
    }

    func addVersion(_ version: String = "1", from: String = "2024-01-01", until: String? = nil) throws -> VersionKey {
        let key = VersionKey(policy: key.policy, version: try Code(version))
        try session.perform(
            PolicyStore.addVersion(
                key,
                anchor: "application",
                from: try Day(iso: from),
                until: try until.map { try Day(iso: $0) },
                lateClaimUntil: nil,
                transition: nil
            )
        )
        return key
    }

    func addClause(_ condition: String, to key: VersionKey, code: String = "C1") throws {
        let clause = Clause(code: code, condition: condition, article: "1", wordingZh: "样例条件", cure: .applicant)
        try session.perform(try PolicyStore.add(clause, to: key))
    }

    func publish(_ key: VersionKey) throws { try session.perform(try Publication.publish(session, key)) }

    func addPerson(_ code: String, facts: [String: String] = [:]) throws {
        try session.perform(PersonStore.add(code: try Code(code), name: try PersonName("样例人"), PersonDetails()))
        for (fact, value) in facts.sorted(by: { $0.key < $1.key }) { try set(code, fact, value) }
    }

    func set(
        _ person: String,
        _ fact: String,
        _ value: String?,
        row: String? = nil,
        source: String = "declared",
        on: String = "2024-10-01"
    ) throws {
        try session.perform(
            FactStore.set(
                try Code(person),
                FactStore.Declaration(fact: fact, row: row, value: value, observedOn: try Day(iso: on), source: source)
            )
        )
    }

    func answer(_ person: String, on day: String = "2024-10-19") throws -> Answer {
        try Assessor(session, policy: key.policy).answers(
            session,
            try ApplicantStore.find(session, Code(person)),
            on: Day(iso: day)
        )[0]
    }
}
