import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

/// What claims refuse, and that nothing of it is left.
@Suite(.database)
struct ClaimRefusalTests {
    let scene: ClaimScene

    init() throws {
        scene = try ClaimScene()
    }

    private func prepare(_ amount: String = "1000 yuan", until: String? = nil) throws {
        try scene.addPolicy(benefit: ClaimScene.grant(amount), until: until)
        try scene.addBudget(5_000)
        try scene.addPerson("P1", 1)
    }

    @Test func `nothing is claimed under a policy that has expired`() throws {
        try prepare(until: "2024-10-31")
        let decision = try scene.decide("P1")
        let late: ClaimRejection? = try refusal {
            try scene.session("desk", on: "2024-11-01").perform(
                ClaimStore.open(decision: decision, benefit: nil, code: Code("C1"))
            )
        }
        #expect(late == .late(decision: decision.text, until: "2024-10-31"))
        try scene.open("C1", "P1", on: "2024-10-31")
        // The draft was made in time, the claim is not.
        let submitted: ClaimRejection? = try refusal { try scene.submit("C1", on: "2024-11-01") }
        #expect(submitted?.code == "CLM03")
        try scene.submit("C1", on: "2024-10-31")
        try scene.receive("C1", on: "2024-11-01")
        try scene.review("C1", on: "2024-11-01")
        try scene.recheck("C1", on: "2024-11-01")
        #expect(try scene.state("C1") == .rechecked, "what was claimed in time is judged by that day")
    }

    @Test func `a decision that says no or does not know opens nothing`() throws {
        try prepare()
        try scene.set("P1", "student", "no")
        let no: ClaimRejection? = try refusal { try scene.open("C1", "P1") }
        #expect(no?.code == "CLM03")
        try scene.set("P1", "student", nil, on: "2024-10-02")
        let unknown: ClaimRejection? = try refusal { try scene.open("C1", "P1") }
        #expect(unknown?.code == "CLM03")
    }

    @Test func `who is not eligible any more is stopped at every decision`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .inReview)
        try scene.set("P1", "student", "no", on: "2024-10-20")
        let recheck: ClaimRejection? = try refusal { try scene.recheck("C1") }
        #expect(recheck == .notEligible(subject: "C1", verdict: "no", because: "C1"))
        try scene.set("P1", "student", "yes", on: "2024-10-21")
        try scene.recheck("C1")
        try scene.publish("C1")
        try scene.set("P1", "student", "no", on: "2024-10-21")
        let approve: ClaimRejection? = try refusal { try scene.approve("C1") }
        #expect(approve?.code == "CLM03")
        #expect(try scene.budget().reserved == Money(fen: 100_000))
        try scene.session("eyes2", on: "2024-10-31").perform(ClaimStore.refuse(Code("C1"), reason: "不再符合条件"))
        #expect(try scene.budget().reserved == .zero)
        try scene.checkLedger()
    }

    @Test func `a fact recorded between deciding and reserving is not overlooked`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .inReview)
        let session = try scene.session("eyes2", on: "2024-10-23")
        let found = try scene.assessment("C1", session)
        try scene.set("P1", "student", "no", on: "2024-10-22")
        let stale: ClaimRejection? = try refusal { try session.perform(ClaimStore.recheck(found)) }
        #expect(stale == .factsChanged(claim: "C1"))
        #expect(try scene.budget().reserved == .zero)
    }

    @Test func `another amount at approval than was reserved is refused until it is decided anew`() throws {
        try scene.addPolicy(benefit: ClaimScene.grant("100 yuan * staff", oncePer: [.person]))
        try scene.addBudget(5_000)
        try scene.addPerson("P1", 1)
        try scene.set("P1", "staff", "5")
        try scene.claim("C1", "P1", to: .inNotice)
        try scene.set("P1", "staff", "3", on: "2024-10-25")
        let changed: ClaimRejection? = try refusal { try scene.approve("C1") }
        #expect(changed == .amountChanged(claim: "C1", reserved: "500.00", now: "300.00"))
        try scene.session("eyes2", on: "2024-10-31").perform(ClaimStore.giveBack(Code("C1"), reason: "人数有变"))
        #expect(try scene.budget().reserved == .zero)
        try scene.submit("C1", on: "2024-10-31")
        try scene.receive("C1", on: "2024-10-31")
        try scene.review("C1", on: "2024-10-31")
        try scene.recheck("C1", on: "2024-10-31")
        #expect(try scene.budget().reserved == Money(fen: 30_000))
        try scene.checkLedger()
    }

    @Test func `a claim is open once, and steps are taken in order`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .submitted)
        let twice: ClaimRejection? = try refusal { try scene.open("C2", "P1") }
        #expect(twice == .openAlready)
        let early: ClaimRejection? = try refusal { try scene.review("C1") }
        #expect(early == .stepUnknown(claim: "C1", state: "submitted", act: "review"))
        try scene.receive("C1")
        let skipped: ClaimRejection? = try refusal { try scene.recheck("C1", on: "2024-10-22") }
        #expect(skipped == .stepUnknown(claim: "C1", state: "received", act: "recheck REVIEW"))
        let unpublished: ClaimRejection? = try refusal { try scene.approve("C1") }
        #expect(unpublished?.code == "CLM02")
        try scene.review("C1")
        try scene.recheck("C1")
        let noticeFirst: ClaimRejection? = try refusal { try scene.approve("C1") }
        #expect(noticeFirst == .publishFirst(claim: "C1"))
    }

    @Test func `a person whose claim is open is not erased`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .received)
        let session = try scene.session()
        let open: PersonRejection? = try refusal {
            try session.perform(PersonStore.erase(Code("P1"), reason: "本人申请"))
        }
        #expect(open?.code == "PER06", "\(String(describing: open))")
        try scene.session("desk").perform(ClaimStore.withdraw(Code("C1"), reason: nil))
        let kept: PersonRejection? = try refusal {
            try session.perform(PersonStore.erase(Code("P1"), reason: "本人申请"))
        }
        #expect(kept != nil && kept != open, "vouchers are kept by law")
    }

    @Test func `another zone sees nothing of a claim and can do nothing with it`() throws {
        try prepare()
        try scene.claim("C1", "P1", to: .rechecked)
        let other = try scene.session("eyes1", "INNO")
        #expect(try ClaimStore.list(other).isEmpty)
        #expect(try BudgetStore.list(other).isEmpty)
        let missing: CoreRejection? = try refusal { try other.perform(ClaimStore.publish(Code("C1"))) }
        #expect(missing == .missing(noun: "claim", key: "C1"))
    }

    @Test func `the table of steps is the store's`() throws {
        let rows = try scene.database.connection().rows(
            "select from_state, act, to_state from eligibility.claim_transition",
            as: (String, String, String).self
        )
        var seen = 0
        for state in ClaimState.allCases {
            for act in ClaimAct.allCases {
                let stored = rows.first { $0.0 == state.rawValue && $0.1 == act.rawValue }?.2
                #expect(stored == state.next(act)?.rawValue, "\(state) \(act)")
                if stored != nil { seen += 1 }
            }
        }
        #expect(seen == rows.count)
        let open = try scene.database.connection().rows(
            "select code, is_open from eligibility.claim_state",
            as: (ClaimState, Bool).self
        )
        #expect(open.count == ClaimState.allCases.count)
        for (state, isOpen) in open { #expect(state.isOpen == isOpen, "\(state)") }
    }

    @Test func `every constraint and rule of claims and budgets has its rejection, and no other name has one`() throws {
        let tables: Set<String> = [
            "budget", "budget_entry", "default_step", "register_source", "claim_state", "claim_transition", "claim",
            "award",
            "award_part", "award_key", "award_cap", "claim_promise", "claim_objection", "claim_told",
        ]
        let constraints = try scene.database.connection().rows(
            """
            select c.conname::text from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.connamespace = 'eligibility'::regnamespace and t.relname = any (\(Array(tables))) and not (
                c.conname ~ '_fkey$' or c.conname in ('budget_pkey', 'budget_entry_pkey', 'claim_pkey', 'award_pkey'))
            union
            select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
            where c.relnamespace = 'eligibility'::regnamespace and t.relname = any (\(Array(tables))) and i.indisunique
                and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
            """,
            as: String.self
        )
        let rules = Set(ClaimRejection.rules)
        #expect(Set(constraints).subtracting(rules) == [])
        #expect(rules.count == ClaimRejection.rules.count)
        for rule in ClaimRejection.rules {
            #expect(ClaimRejection.refusing(rule, facts: []) != nil, "\(rule)")
            #expect(EligibilityRejection.refusing(rule, facts: []) == nil, "\(rule)")
        }
        let raised = try scene.database.connection().rows(
            """
            select distinct (regexp_matches(p.prosrc, 'core\\.reject\\(''([a-z_]+)''', 'g'))[1] from pg_proc p
            where p.pronamespace = 'eligibility'::regnamespace
            """,
            as: String.self
        )
        #expect(rules.subtracting(constraints).subtracting(raised) == [])
    }
}
