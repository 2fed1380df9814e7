import Glibc
import Postgres
import Synchronization

/// ^C: cancels what the server is doing for this process, then lets the work in hand be rolled back. A second ^C, or one
/// while the program waits for its user, ends it at once.
final class Interrupts: Sendable {
    private struct State {
        var isInterrupted = false
        var isIdle = false
        var canceller: Canceller?
        /// How the terminal was before a line was edited in it.
        var terminal: termios?
    }

    private let state = Mutex(State())

    /// Takes SIGINT and SIGTERM away from all threads and gives them to one of its own.
    func install() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(self).toOpaque()
        let status = pthread_create(
            &thread,
            nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Interrupts>.fromOpaque(pointer).takeUnretainedValue().wait()
                return nil
            },
            argument
        )
        if status == 0 { pthread_detach(thread) } else { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    private func wait() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        while true {
            var number: Int32 = 0
            guard sigwait(&signals, &number) == 0 else { continue }
            let canceller: Canceller? = state.withLock { state in
                // Nothing is under way, or nobody came to see the first signal: the server rolls back by itself.
                if state.isInterrupted || state.isIdle {
                    if var terminal = state.terminal { tcsetattr(0, TCSANOW, &terminal) }
                    _exit(ExitCode.interrupted.rawValue)
                }
                state.isInterrupted = true
                return state.canceller
            }
            canceller?.cancel()
        }
    }

    /// True after the first signal.
    var isInterrupted: Bool { state.withLock(\.isInterrupted) }

    /// What a signal cancels from now on.
    func cancels(_ canceller: Canceller) {
        state.withLock { $0.canceller = canceller }
    }

    /// Marks that the program waits for its user while the body runs; a signal then leaves the terminal as it was.
    func idle<R>(_ body: () -> R) -> R {
        var terminal = termios()
        let isTerminal = tcgetattr(0, &terminal) == 0
        state.withLock { state in
            state.isIdle = true
            state.terminal = isTerminal ? terminal : nil
        }
        defer { state.withLock { $0.isIdle = false } }
        return body()
    }

    /// What was interrupted is over: the next line of a session begins anew.
    func forget() {
        state.withLock { $0.isInterrupted = false }
    }
}
