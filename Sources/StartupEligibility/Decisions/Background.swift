import Glibc

/// A piece of work on a thread of its own, for a machine with more than one core.
final class Background<Value: Sendable>: Sendable {
    private let box = Box()
    private let lane: Lane?

    /// Written by the thread before it ends, read after it was joined.
    private final class Box: @unchecked Sendable {
        var value: Value?
    }

    /// Begins at once; where no thread can be had, the work is done here.
    init(_ work: @escaping @Sendable () -> Value) {
        let box = box
        lane = Lane { box.value = work() }
        if lane == nil { box.value = work() }
    }

    /// Waits for the end of the work; asked for once.
    func value() -> Value? {
        lane?.join()
        return box.value
    }
}

/// A thread that runs one closure.
private struct Lane: @unchecked Sendable {
    private var thread = pthread_t()

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    init?(_ run: @escaping @Sendable () -> Void) {
        let body = Unmanaged.passRetained(Body(run))
        let status = pthread_create(
            &thread,
            nil,
            { pointer in
                if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            },
            body.toOpaque()
        )
        guard status == 0 else {
            body.release()
            return nil
        }
    }

    func join() { pthread_join(thread, nil) }
}
