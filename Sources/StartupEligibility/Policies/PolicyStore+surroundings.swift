import Postgres
import Store
import Zones

// What surrounds the clauses of a version: other policies, documents, procedure.
extension PolicyStore {
    public static func exclusions(_ session: Session, _ head: VersionHead) throws -> [Exclusion] {
        try session.connection.rows(
            "select other_policy, mode, article from eligibility.exclusion where version_id = \(head.id) order by other_policy",
            as: (String, ExclusionMode, String).self
        ).map { Exclusion(policy: head.policy.text, other: $0.0, mode: $0.1, article: $0.2) }
    }

    public static func requirements(_ session: Session, _ head: VersionHead) throws -> [Requirement] {
        try session.connection.rows(
            """
            select code, title_zh, title_en, fact, deferrable_days from eligibility.requirement
            where version_id = \(head.id) order by position
            """,
            as: (String, String, String, String?, Int32?).self
        ).map { Requirement(code: $0.0, titleZh: $0.1, titleEn: $0.2, fact: $0.3, deferrableDays: $0.4.map(Int.init)) }
    }

    public static func steps(_ session: Session, _ head: VersionHead) throws -> [ProcessStep] {
        try session.connection.rows(
            """
            select code, title_zh, title_en, actor, days, unit from eligibility.step
            where version_id = \(head.id) order by position
            """,
            as: (String, String, String, String, Int32, ProcessStep.Unit).self
        ).map {
            ProcessStep(code: $0.0, titleZh: $0.1, titleEn: $0.2, actor: $0.3, days: Int($0.4), unit: $0.5)
        }
    }

    /// Adds to a draft how it stands to another policy. Refused with `ELG21` for itself.
    public static func add(_ exclusion: Exclusion, to key: VersionKey) -> Verb<String> {
        verb { request in
            """
            select eligibility.add_exclusion(\(request), \(key.policy), \(key.version), \(exclusion.other),
                \(exclusion.mode), \(exclusion.article))
            """
        }
    }

    /// Adds a document to a draft.
    public static func add(_ requirement: Requirement, to key: VersionKey) -> Verb<String> {
        verb { request in
            """
            select eligibility.add_requirement(\(request), \(key.policy), \(key.version), \(requirement.code),
                \(requirement.titleZh), \(requirement.titleEn), \(requirement.fact),
                \(requirement.deferrableDays.map { Int32(clamping: $0) }))
            """
        }
    }

    /// Adds a step to a draft, after those that it has.
    public static func add(_ step: ProcessStep, to key: VersionKey) -> Verb<String> {
        verb { request in
            """
            select eligibility.add_step(\(request), \(key.policy), \(key.version), \(step.code), \(step.titleZh),
                \(step.titleEn), \(step.actor), \(Int32(clamping: step.days)), \(step.unit))
            """
        }
    }

    /// Ends a published version earlier than it says.
    ///
    /// Refused with `ELG19` for a draft, `ELG20` for a later end, `ELG10` for zones of others.
    public static func retire(_ key: VersionKey, on lastDay: Day, lateClaimUntil: Day?, reason: String) -> Verb<String>
    {
        verb { request in
            """
            select eligibility.retire_version(\(request), \(key.policy), \(key.version), \(lastDay), \(lateClaimUntil),
                \(reason))
            """
        }
    }
}
