import CLibPQ

/// Asks the server to stop what a connection is doing; may be used from any thread and from a signal's thread.
public final class Canceller: Sendable {
    // PGcancel is immutable after it was made: libpq allows PQcancel from any thread.
    private nonisolated(unsafe) let pointer: OpaquePointer?

    init(_ connection: OpaquePointer) {
        pointer = PQgetCancel(connection)
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Sends the request; whether the server took it. The statement's own answer tells whether it was in time.
    @discardableResult
    public func cancel() -> Bool {
        var reason = [CChar](repeating: 0, count: 256)
        return pointer != nil && PQcancel(pointer, &reason, Int32(reason.count)) == 1
    }
}

extension Connection {
    /// A handle that cancels this connection's running statement from elsewhere.
    public func makeCanceller() -> Canceller {
        Canceller(pointer)
    }
}
