import Postgres
import Store
import Zones

/// The hash chain of a handoff's history, computed again from its lines.
public enum HandoffChainStore {
    /// The first line whose hash does not follow from the lines before it; nil when all do.
    ///
    /// Each hash is SHA-256 of the hash before it and of the line's fields joined by U+001F.
    public static func broken(_ handoff: Code, _ steps: [HandoffStep]) -> Int? {
        var before = Bytes([])
        for (index, step) in steps.enumerated() {
            guard hash(handoff, step, after: before) == step.hash else { return step.version }
            // A line that was taken out leaves a gap in the versions.
            if index > 0, step.version != steps[index - 1].version + 1 { return step.version }
            before = step.hash
        }
        return nil
    }

    static func hash(_ handoff: Code, _ step: HandoffStep, after before: Bytes) -> Bytes {
        let epoch: Int64 = 946_684_800_000_000
        let fields = [
            handoff.text, "\(step.version)", step.from.rawValue, step.action, step.state.rawValue,
            "\(step.at.microsecondsSince2000 + epoch)", step.actor, step.by?.text ?? "", step.note ?? "",
        ]
        var hasher = SHA256()
        hasher.update(before.octets)
        hasher.update(fields.joined(separator: "\u{1F}"))
        return hasher.finish()
    }

    /// What a receipt proves.
    public struct Verified: Sendable, Hashable {
        public let handoff: Handoff
        public let acceptedAt: Instant
        public let steps: Int
        /// The first line of the history that was changed; nil when none was.
        public let brokenAt: Int?
        /// Whether the receipt follows from the acceptance's line.
        public let receiptFits: Bool
    }

    /// Checks a receipt against the history that it was made from.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has no handoff with this receipt.
    public static func verify(_ session: Session, receipt: String) throws -> Verified {
        guard let handoff = try HandoffStore.withReceipt(session, receipt) else {
            throw CoreRejection.missing(noun: "receipt", key: receipt)
        }
        let steps = try HandoffStore.history(session, handoff.code)
        let acceptance = steps.first { $0.state == .accepted }
        return Verified(
            handoff: handoff,
            acceptedAt: acceptance?.at ?? handoff.offeredAt,
            steps: steps.count,
            brokenAt: broken(handoff.code, steps),
            receiptFits: acceptance.map { self.receipt(of: $0.hash) == receipt } ?? false
        )
    }

    /// The receipt of an acceptance's hash: eleven characters of Crockford's base 32, and their weighted sum modulo 31.
    static func receipt(of hash: Bytes) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        let values = hash.octets.prefix(11).map { Int($0) % 31 }
        let check = zip(values, 1...).reduce(0) { $0 + $1.0 * $1.1 } % 31
        return String(decoding: (values + [check]).map { alphabet[$0] }, as: UTF8.self)
    }
}
