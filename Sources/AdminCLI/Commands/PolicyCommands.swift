import StartupEligibility
import Store
import Zones

enum PolicyCommands {
    static let all = [add, version, list, show] + packs + [publish] + versions

    static let policyField = Field.required("policy", .code, "政策编号", "the policy's code")
    static let versionField = Field.required("version", .code, "版本", "the version's code")

    static func key(_ invocation: Invocation) throws -> VersionKey {
        VersionKey(policy: try invocation.code("policy"), version: try invocation.code("version"))
    }

    static let add = Command(
        "policy",
        "add",
        "登记一项政策（内容写在版本里）",
        "register a policy; what it says is in its versions",
        effect: .write,
        role: .officer,
        fields: [
            .required("title-zh", .text, "中文名称", "title in Chinese"),
            .required("title-en", .text, "英文名称", "title in English"),
            .defaulted("subject", .choice(of: FactSubject.self), to: "person", "对象：个人或单位", "person or organization"),
            .required("authority", .text, "发文单位", "who issued it"),
            .optional("document", .text, "文号", "the document's number"),
            .required("source", .text, "出处", "where the text was found"),
            .required("confidence", .choice(of: Confidence.self), "可信度 A/B/C/M/assumed", "how sure it is"),
            .required("zones", .list(.zone), "适用的区", "the zones that it applies to"), .newCode,
        ],
        columns: [Column("code", "编号", .code)],
        example: """
            policy add --code RENT --title-zh 场地租金补贴 --title-en "Rent subsidy" --authority 样例人社局 \
            --source 样例 --confidence assumed --zones INNO,ETDZ
            """,
        .write { invocation, _ in
            let code = try invocation.optionalCode("code")
            let policy = Policy(
                code: try code ?? Code("new"),
                subject: try invocation.choice("subject", as: FactSubject.self),
                titleZh: try invocation.text("title-zh"),
                titleEn: try invocation.text("title-en"),
                authority: try invocation.text("authority"),
                documentNumber: try invocation.optionalText("document"),
                source: try invocation.text("source"),
                confidence: try invocation.choice("confidence", as: Confidence.self),
                zones: try invocation.zones("zones")
            )
            return PendingWrite(PolicyStore.add(policy, code: code)) { .row(.code($0), made: $0) }
        }
    )

    static let version = Command(
        "policy",
        "version",
        "起草一个版本：何日起、按哪个日期适用",
        "draft a version: from when on, and by which day it is chosen",
        effect: .write,
        role: .officer,
        fields: [
            .key("policy", .code, "政策编号", "the policy's code"), .required("code", .code, "版本", "the version's code"),
            .required("from", .day, "何日起有效", "valid from"), .optional("until", .day, "至何日有效", "valid until"),
            .defaulted(
                "anchor",
                .code,
                to: "application",
                "按哪个日期适用：application、conditions-met 或某项日期事实",
                "the day that chooses it: application, conditions-met, or a fact"
            ),
            .optional("late-claim-until", .day, "期内符合条件者可补申至", "who qualified may claim until"),
            .optional("transition", .prose, "过渡规定", "what holds in between"),
        ],
        columns: [Column("policy", "政策", "policy", .code)],
        example: "policy version RENT --code 2024 --from 2024-01-01 --until 2025-12-31",
        .write { invocation, _ in
            let verb = PolicyStore.addVersion(
                VersionKey(policy: try invocation.code("policy"), version: try invocation.code("code")),
                anchor: try invocation.code("anchor").text,
                from: try invocation.day("from"),
                until: try invocation.optionalDay("until"),
                lateClaimUntil: try invocation.optionalDay("late-claim-until"),
                transition: try invocation.optionalText("transition")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let publish = Command(
        "policy",
        "publish",
        "核验样例后发布版本；须由未参与起草的复核人发布",
        "check a draft with its worked cases and put it into force; by a reviewer who wrote nothing of it",
        effect: .write,
        role: .reviewer,
        fields: [
            .key("policy", .code, "政策编号", "the policy's code"), .key("version", .code, "版本", "the version's code"),
        ],
        columns: [Column("policy", "政策", "policy", .code), Column("version", "版本", "version", .code)],
        example: "policy publish RENT 2024",
        .act { invocation, context in
            let session = try context.session()
            let key = try key(invocation)
            try session.perform(try Publication.publish(session, key), as: invocation.request)
            return .row(.code(key.policy.text), .code(key.version.text))
        }
    )

    static let list = Command(
        "policy",
        "list",
        "列出政策及其版本",
        "list policies and their versions",
        effect: .read,
        role: .officer,
        fields: [.optional("zone", .zone, "只列适用于该区的", "only those that apply to this zone")],
        columns: [
            Column("code", "编号", .code), Column("title_zh", "名称", "title in Chinese"), Column("subject", "对象"),
            Column("version", "版本", "version", .code), Column("state", "状态"), Column("from", "自", "from", .day),
            Column("until", "至", "until", .day), Column("zones", "适用区"), Column("confidence", "可信度"),
            Column("title_en", "英文名称", "title"),
        ],
        example: "policy list",
        .query { invocation, session in
            var rows: [[Cell]] = []
            for policy in try PolicyStore.list(session, zone: invocation.optionalZone("zone")) {
                let versions = try PolicyStore.versions(session, policy.code)
                for head in versions.isEmpty ? [nil] : versions.map(Optional.some) {
                    rows.append([
                        .code(policy.code.text), .text(policy.titleZh), .text(policy.subject.rawValue),
                        head.map { .code($0.code.text) } ?? .null, .optional(head?.state.rawValue),
                        .optional(head?.validFrom), .optional(head?.validUntil),
                        .text(policy.zones.map(\.text).joined(separator: ",")), .text(policy.confidence.rawValue),
                        .text(policy.titleEn),
                    ])
                }
            }
            return .rows(rows)
        }
    )

    static let show = Command(
        "policy",
        "show",
        "查看一个版本的全部内容",
        "show everything that a version says",
        effect: .read,
        role: .officer,
        fields: [
            .key("policy", .code, "政策编号", "the policy's code"),
            .optionalKey("version", .code, "版本（默认最新）", "the version's code (else the newest)"),
        ],
        columns: [
            Column("part", "部分"), Column("code", "编号", .code), Column("text", "内容"), Column("article", "条款"),
            Column("wording", "表述"), Column("note", "说明"),
        ],
        example: "policy show RENT",
        .query { invocation, session in
            let policy = try PolicyStore.show(session, invocation.code("policy"))
            let wanted = try invocation.optionalCode("version")
            let heads = try PolicyStore.versions(session, policy.code)
            guard let head = wanted == nil ? heads.first : heads.first(where: { $0.code == wanted }) else {
                throw CoreRejection.missing(noun: "version", key: policy.code.text + " " + (wanted?.text ?? ""))
            }
            return .rows(PolicyRows.all(policy, head, try PolicyStore.provisions(session, head)))
        }
    )
}
