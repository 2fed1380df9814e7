import Glibc

/// Threads that start together, one connection each: what a server of several users sees.
enum Crew {
    /// Runs `prepare` on every thread, then `work` on all at once; the seconds from the common start to the last end.
    ///
    /// - Throws: the first error of a thread.
    static func run<Tool>(
        _ count: Int,
        prepare: @escaping @Sendable (Int) throws -> Tool,
        work: @escaping @Sendable (Int, Tool) throws -> Void
    ) throws -> Double {
        let lanes = Lanes(count)
        var threads: [pthread_t] = []
        for index in 0..<count {
            let runner = Runner {
                let tool = Result { try prepare(index) }
                lanes.arrive()
                do { try work(index, tool.get()) } catch { lanes.failed(index, error) }
            }
            var thread = pthread_t()
            let status = pthread_create(
                &thread,
                nil,
                { pointer in
                    if let pointer { Unmanaged<Runner>.fromOpaque(pointer).takeRetainedValue().body() }
                    return nil
                },
                Unmanaged.passRetained(runner).toOpaque()
            )
            guard status == 0 else { throw BenchFault("pthread_create") }
            threads.append(thread)
        }
        lanes.arrive()
        let start = Stopwatch.now()
        for thread in threads { pthread_join(thread, nil) }
        let seconds = Stopwatch.now() - start
        if let error = lanes.firstFailure { throw error }
        return seconds
    }

    private final class Runner: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Each thread writes its own slot, and the slots are read after all threads were joined.
    private final class Lanes: @unchecked Sendable {
        private let failures: UnsafeMutableBufferPointer<(any Error)?>
        private let barrier: UnsafeMutablePointer<pthread_barrier_t>

        init(_ count: Int) {
            failures = .allocate(capacity: count)
            failures.initialize(repeating: nil)
            barrier = .allocate(capacity: 1)
            pthread_barrier_init(barrier, nil, UInt32(count + 1))
        }

        deinit {
            pthread_barrier_destroy(barrier)
            barrier.deallocate()
            failures.deinitialize()
            failures.deallocate()
        }

        func arrive() { pthread_barrier_wait(barrier) }
        func failed(_ index: Int, _ error: any Error) { failures[index] = error }
        var firstFailure: (any Error)? { failures.lazy.compactMap(\.self).first }
    }
}
