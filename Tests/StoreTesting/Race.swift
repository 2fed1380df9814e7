import Glibc

/// Runs `body` on `count` real threads that start together, and returns what each returned or threw.
///
/// Threads of their own, because a test that blocks in libpq holds one of the few threads of Swift's pool.
public func race<Answer: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Answer) -> [Result<
    Answer, any Error
>] {
    let lane = Lane(count: count, body)
    var threads: [pthread_t] = []
    for index in 0..<count {
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(Runner { lane.run(index) })
        let status = pthread_create(
            &thread,
            nil,
            { pointer in
                if let pointer { Unmanaged<Runner>.fromOpaque(pointer).takeRetainedValue().body() }
                return nil
            },
            argument.toOpaque()
        )
        precondition(status == 0, "pthread_create")
        threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
    return lane.answers
}

private final class Runner: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Each thread writes its own slot, and the slots are read after all threads were joined.
private final class Lane<Answer: Sendable>: @unchecked Sendable {
    private let slots: UnsafeMutableBufferPointer<Result<Answer, any Error>?>
    private let body: @Sendable (Int) throws -> Answer
    private var barrier = pthread_barrier_t()

    init(count: Int, _ body: @escaping @Sendable (Int) throws -> Answer) {
        self.body = body
        slots = .allocate(capacity: count)
        slots.initialize(repeating: nil)
        pthread_barrier_init(&barrier, nil, UInt32(count))
    }

    deinit {
        pthread_barrier_destroy(&barrier)
        slots.deinitialize()
        slots.deallocate()
    }

    func run(_ index: Int) {
        pthread_barrier_wait(&barrier)
        slots[index] = Result { try body(index) }
    }

    var answers: [Result<Answer, any Error>] { slots.compactMap(\.self) }
}
