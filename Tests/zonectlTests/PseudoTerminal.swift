import Foundation
import Testing

/// A program on a terminal of its own, typed at by a test.
final class PseudoTerminal {
    private let master: Int32
    private let child: pid_t
    /// Everything that was shown so far.
    private(set) var screen = ""
    private var octets: [UInt8] = []

    /// TIOCSPTLCK, TIOCGPTN, POSIX_SPAWN_SETSID: macros that Swift does not see.
    private static let unlock: UInt = 0x4004_5431
    private static let name: UInt = 0x8004_5430
    private static let newSession: Int16 = 0x80

    init(_ command: [String], environment: [String: String]) throws {
        // Swift's Glibc has no posix_openpt: what it does on Linux.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var lock: Int32 = 0
        var number: Int32 = 0
        try #require(master >= 0 && ioctl(master, Self.unlock, &lock) == 0 && ioctl(master, Self.name, &number) == 0)
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        var size = winsize(ws_row: 50, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        let name = "/dev/pts/\(number)"
        // The first terminal that the leader of a new session opens becomes its own: ^C reaches the program.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(&attributes, Self.newSession)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var started = pid_t()
        try #require(posix_spawn(&started, command[0], &actions, &attributes, &arguments, &variables) == 0)
        child = started
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }

    deinit {
        kill(child, SIGKILL)
        close(master)
    }

    /// Presses keys.
    func type(_ keys: String) {
        var rest = Array(keys.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits until the text is shown after what was waited for before; false after ten seconds.
    @discardableResult
    func shows(_ text: String, seconds: Double = 10) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        while true {
            if let found = screen[seen...].range(of: text) {
                seen = found.upperBound
                return true
            }
            guard Date() < end, read(until: end) else { return false }
        }
    }

    private lazy var seen = screen.startIndex

    /// The exit status, once everything was read; nil while it goes on after ten seconds.
    func status() -> Int32? {
        let end = Date().addingTimeInterval(10)
        while Date() < end, read(until: end) {}
        var status: Int32 = 0
        while Date() < end {
            if waitpid(child, &status, WNOHANG) == child {
                return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
            }
            usleep(10_000)
        }
        return nil
    }

    private func read(until end: Date) -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, Int32(max(1, end.timeIntervalSinceNow * 1000))) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        let offset = screen.utf8.distance(from: screen.startIndex, to: seen)
        octets += buffer[..<count]
        screen = String(decoding: octets, as: UTF8.self)
        seen = screen.utf8.index(screen.startIndex, offsetBy: offset)
        return true
    }
}
