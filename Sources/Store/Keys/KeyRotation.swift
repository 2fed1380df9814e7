import Postgres
import Zones

/// Replaces a zone's master key: a new key into the file, then every data key wrapped again. It can be interrupted at any
/// point and run again; nothing is unreadable in between, because the file keeps the old keys.
public enum KeyRotation {
    /// Data keys that are wrapped again in one transaction.
    static let batch = 500

    public struct Outcome: Sendable, Hashable {
        /// The master key in use now.
        public let key: KeyID
        /// Whether this run went on with an earlier one.
        public let isResumed: Bool
        public var rewrapped = 0
        /// Data keys that no key of the file opens; they stay as they are.
        public var unreadable = 0
        /// Replaced master keys that wrap nothing any more.
        public var retired = 0
    }

    /// Runs a rotation, or goes on with one that was interrupted.
    ///
    /// - Parameter progress: hears after each batch how many keys were wrapped again so far.
    /// - Throws: `KeyFault`; `CoreRejection.conflict`-like errors of the server end it, and it can be run again.
    public static func run(_ session: Session, as request: Request, progress: (Int) -> Void) throws -> Outcome {
        let (file, keys, state) = try KeyStore.file(session)
        let (current, isResumed) = try target(session, file, keys, state)
        try session.perform(KeyStore.add(master: current), as: request.part(1))
        session.keyrings[session.zone] = nil
        let ring = try session.keyring()
        var outcome = Outcome(key: current, isResumed: isResumed)
        var after: UUID128?
        while true {
            let rows = try KeyStore.wrapped(session, after: after, number: batch, ofReplaced: true)
            guard let last = rows.last else { break }
            after = last.ref
            var readable: [(ref: UUID128, old: Bytes, new: Bytes)] = []
            for row in rows {
                do {
                    readable.append((row.ref, row.wrapped, try ring.rewrap(row.ref, wrapped: row.wrapped)))
                } catch is KeyFault {
                    outcome.unreadable += 1
                }
            }
            outcome.rewrapped += try KeyStore.rewrap(
                session,
                refs: readable.map(\.ref),
                from: readable.map(\.old),
                to: readable.map(\.new)
            )
            progress(outcome.rewrapped)
        }
        outcome.retired = try session.perform(KeyStore.retire(), as: request.part(2))
        return outcome
    }

    /// The key to rotate to: the file's latest where an earlier run got no further than writing it, the one in use where
    /// an earlier run was wrapping, else a new one.
    private static func target(_ session: Session, _ file: KeyFile, _ keys: KeySet, _ state: KeyStore.State) throws -> (
        KeyID, isResumed: Bool
    ) {
        let ids = keys.keyIDs(of: state.zone)
        let known = try KeyStore.list(session).map(\.id)
        if let master = state.master, !ids.contains(master) {
            throw KeyFault.zoneKeyMissing(path: file.path, zone: state.zone, key: master)
        }
        if state.master != nil, let latest = ids.last, !known.contains(latest) { return (latest, true) }
        if let master = state.master,
            try !KeyStore.wrapped(session, after: nil, number: 1, ofReplaced: true).isEmpty
        {
            return (master, true)
        }
        guard let new = try file.add(keyFor: state.zone).keyIDs(of: state.zone).last else {
            throw KeyFault.zoneKeyMissing(path: file.path, zone: state.zone, key: nil)
        }
        return (new, false)
    }
}
