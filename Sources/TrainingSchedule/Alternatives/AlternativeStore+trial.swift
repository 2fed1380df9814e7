import Postgres
import Store

extension Session {
    private struct Undo: Error {}

    /// Whether `body` would be done: it is done, and undone; no rule may refuse it. Works within a transaction and
    /// without one.
    ///
    /// - Throws: whatever is no rejection
    func trial(_ body: (Session) throws -> Void) throws -> Bool {
        do {
            if connection.status == .inTransaction {
                try attempt {
                    try body($0)
                    throw Undo()
                }
            } else {
                try rehearse(body)
            }
            return true
        } catch is Undo {
            return true
        } catch is any Rejection {
            return false
        }
    }
}
