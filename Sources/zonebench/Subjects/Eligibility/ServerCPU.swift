import Glibc
import Postgres

/// What the processors do for one connection: this process and the server's process behind it.
struct ServerCPU {
    private let process: Int32

    init(_ connection: Connection) throws {
        guard let process = try connection.value("select pg_backend_pid()", as: Int32.self) else {
            throw BenchFault("pg_backend_pid")
        }
        self.process = process
    }

    /// Seconds of both in user and system mode.
    func used(_ body: () throws -> Void) throws -> Double {
        let before = try server()
        let own = try Stopwatch.cpu(body)
        return own + (try server() - before)
    }

    /// From `/proc/N/stat`: the 14th and 15th words, in ticks.
    private func server() throws -> Double {
        let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchFault("the server's process is gone") }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { throw BenchFault("/proc/\(process)/stat") }
        let text = String(decoding: buffer[..<count], as: UTF8.self)
        // The name in parentheses may hold blanks; words are counted after it.
        let words = text.drop { $0 != ")" }.split(separator: " ").dropFirst()
        let ticks = words.dropFirst(11).prefix(2).compactMap { Double($0) }
        guard ticks.count == 2 else { throw BenchFault(text) }
        return (ticks[0] + ticks[1]) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}

extension Stopwatch {
    /// The most resident memory of this process so far, in octets.
    static var peakMemory: Int {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_maxrss * 1024
    }
}
