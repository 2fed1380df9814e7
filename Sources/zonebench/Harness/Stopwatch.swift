import Glibc

/// Seconds that a piece of work takes.
enum Stopwatch {
    /// On the clock.
    static func wall(_ body: () throws -> Void) rethrows -> Double {
        let start = now(CLOCK_MONOTONIC)
        try body()
        return now(CLOCK_MONOTONIC) - start
    }

    /// Of the processor for this process, in user and system mode (`getrusage`): what a client costs beside its server.
    static func cpu(_ body: () throws -> Void) rethrows -> Double {
        let start = used()
        try body()
        return used() - start
    }

    static func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func used() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.cpuSeconds
    }
}

extension rusage {
    var cpuSeconds: Double {
        Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
    }
}
