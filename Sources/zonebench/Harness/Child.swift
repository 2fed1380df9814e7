import Glibc
import Store

/// A program run to its end, and what it cost.
struct Child {
    let status: Int32
    let seconds: Double
    let cpu: Double
    /// The most memory that it held, in octets; zero unless it was watched.
    let peak: Int

    /// Runs a program without a shell.
    ///
    /// - Parameters:
    ///   - input: a file for its standard input; nothing otherwise.
    ///   - output: a file for its standard output and error; dropped otherwise.
    ///   - watchesMemory: looks at its memory every hundredth of a second. What `wait4` tells is of no use: it begins with
    ///     the memory of the process that started it.
    static func run(
        _ words: [String],
        environment: [String: String] = [:],
        input: String = "/dev/null",
        output: String = "/dev/null",
        watchesMemory: Bool = false
    ) throws -> Child {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        let settings = ["PATH": Environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
            .merging(environment) { $1 }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child = pid_t()
        let start = Stopwatch.now()
        guard posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables) == 0 else {
            throw BenchFault("cannot run \(words[0])")
        }
        var status: Int32 = 0
        var usage = rusage()
        var peak = 0
        if watchesMemory {
            while wait4(child, &status, WNOHANG, &usage) == 0 {
                peak = max(peak, Self.peak(of: child))
                usleep(10_000)
            }
        } else {
            while wait4(child, &status, 0, &usage) == -1, errno == EINTR {}
        }
        let seconds = Stopwatch.now() - start
        let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
        return Child(status: code, seconds: seconds, cpu: usage.cpuSeconds, peak: peak)
    }

    /// The most resident memory of a process so far, in octets; zero when it is gone.
    private static func peak(of process: pid_t) -> Int {
        let descriptor = open("/proc/\(process)/status", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return 0 }
        for line in String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
        where line.hasPrefix("VmHWM:") {
            return (line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0)
                * 1024
        }
        return 0
    }

    /// The program of the product that lies beside this one.
    static func product(_ name: String) throws -> String {
        let own = try link("/proc/self/exe")
        let path = own.prefix(through: own.lastIndex(of: "/") ?? own.startIndex) + name
        guard access(String(path), X_OK) == 0 else {
            throw BenchFault("\(path) is missing: swift build -c release --static-swift-stdlib --product \(name)")
        }
        return String(path)
    }

    private static func link(_ path: String) throws -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { throw BenchFault(path) }
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
