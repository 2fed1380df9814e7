import Postgres
import Store
import Zones

/// Proposals that wait for somebody to carry them out.
public enum ProposalStore {
    /// Keeps a proposal under `code` or a new one. Answers its code.
    public static func add(code: Code?, _ proposal: Proposal) -> Verb<String> {
        let lines = proposal.sessions
        return Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.add_proposal(\(request), \(code), \(Int64(bitPattern: proposal.seed)), \(proposal.moves),
                \(proposal.cost.hard), \(proposal.cost.soft), \(lines.map(\.course)), \(lines.map(\.session)),
                \(lines.map { $0.was?.starts }), \(lines.map(\.venue)), \(lines.map(\.instructor)),
                \(lines.map { $0.was?.instructor }),
                \(lines.map(\.starts)), \(lines.map(\.ends)), \(lines.map(\.hours)))
            """
        } decode: {
            try $0.column(0)
        }
    }

    /// Carries a proposal out: all its sessions in one transaction, or none. Answers how many were added and moved.
    ///
    /// Refused with `SCH33` when it was carried out before, with `SCH25` when a session was moved since, and as planning
    /// and moving are where something came between.
    /// - Parameter reason: goes into the notices of sessions that change; the proposal's code if nil
    public static func apply(_ code: Code, reason: String? = nil) -> Verb<AppliedProposal> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            "select schedule.apply_proposal(\(request), \(code), \(reason))"
        } decode: {
            AppliedProposal(
                code: try $0.column(0),
                added: try $0.integer(1),
                moved: try $0.integer(2),
                substituted: $0.count > 3 ? try $0.integer(3) : 0
            )
        }
    }
}

/// The answer to carrying a proposal out.
public struct AppliedProposal: Sendable, Hashable {
    public let code: String
    public let added: Int
    public let moved: Int
    /// Sessions that somebody else teaches now.
    public let substituted: Int
}
