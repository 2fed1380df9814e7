import CLibPQ
import Glibc

extension Connection {
    /// Sends everything that is queued and waits for the next result; nil when the command is over.
    ///
    /// libpq is in non-blocking mode, so that input is read while output waits: with both sides' buffers full a
    /// blocking send would wait for ever.
    func nextResult(deadline: ContinuousClock.Instant?) throws(PostgresError) -> OpaquePointer? {
        var canceled = false
        while true {
            // What is there is taken first; nobody is waited for before everything is sent.
            if PQisBusy(pointer) == 0 { return PQgetResult(pointer) }
            let flushed = PQflush(pointer)
            guard flushed >= 0 else { throw broken() }
            let events = flushed == 1 ? Int16(POLLIN | POLLOUT) : Int16(POLLIN)
            if !wait(for: events, deadline: canceled ? nil : deadline) {
                makeCanceller().cancel()
                canceled = true
                continue
            }
            guard PQconsumeInput(pointer) == 1 else { throw broken() }
        }
    }

    /// What to wait for with output left: libpq reads while it waits to write.
    var waitingEvents: Int16 { PQflush(pointer) == 1 ? Int16(POLLIN | POLLOUT) : Int16(POLLIN) }

    /// False when the deadline passed first.
    func wait(for events: Int16, deadline: ContinuousClock.Instant?) -> Bool {
        while true {
            var poll = pollfd(fd: PQsocket(pointer), events: events, revents: 0)
            var milliseconds: Int32 = -1
            if let deadline {
                let left = deadline - ContinuousClock.now
                guard left > .zero else { return false }
                milliseconds = Int32(
                    clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
                )
            }
            let ready = Glibc.poll(&poll, 1, milliseconds)
            if ready > 0 { return true }
            // A signal's handler has cancelled the statement, or not: the server's answer comes in either case.
            if ready < 0 && errno != EINTR { return true }
        }
    }

    /// When a statement that starts now must be over.
    var deadline: ContinuousClock.Instant? { timeout.map { ContinuousClock.now + $0 } }

    /// The error of a connection that broke while a statement was under way.
    func broken() -> PostgresError {
        PostgresError(connection: pointer, .connection)
    }

    /// Takes the results that are left of a command, so that the next one can be sent.
    func drain() {
        while let result = PQgetResult(pointer) { PQclear(result) }
    }
}
