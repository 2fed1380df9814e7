import Glibc
import StoreTesting
import Synchronization

/// A wire between client and server that can be cut so that the server hears everything and the client nothing more.
final class CutWire: Sendable {
    /// Where a client finds the wire instead of the server.
    let folder: String
    private let listener: Int32
    private let carrier: Carrier

    struct Fault: Error {
        let step: String
        let reason: String

        init(_ step: String) {
            self.step = step
            reason = String(cString: strerror(errno))
        }
    }

    init() throws {
        var template = Array("/tmp/zb-wire-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Fault("mkdtemp") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        carrier = Carrier(listener: listener)
        let bound = Self.withAddress("\(folder)/.s.PGSQL.5432") { bind(listener, $0, $1) }
        guard bound == 0, listen(listener, 4) == 0 else { throw Fault("listen") }
        _ = Background { [carrier] in carrier.run() }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        unlink("\(folder)/.s.PGSQL.5432")
        rmdir(folder)
    }

    /// From here on the next answer of the server is swallowed, and the client's side closed.
    func loseAnswers() { carrier.isLosing.withLock { $0 = true } }

    static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(100)) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// Carries octets between one client and the server until one of them ends.
private final class Carrier: Sendable {
    let isLosing = Mutex(false)
    private let listener: Int32

    init(listener: Int32) {
        self.listener = listener
    }

    func run() {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let path = "\(ThrowawayCluster.shared.folder ?? "/var/run/postgresql")/.s.PGSQL.5432"
        guard CutWire.withAddress(path, { Glibc.connect(server, $0, $1) }) == 0 else { return }
        var ends = [
            pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            pollfd(fd: server, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        carry: while poll(&ends, 2, -1) >= 0 {
            for (source, target) in [(0, 1), (1, 0)] where ends[source].revents != 0 {
                let count = read(ends[source].fd, &buffer, buffer.count)
                guard count > 0 else { break carry }
                if source == 1, isLosing.withLock({ $0 }) { break carry }
                guard write(ends[target].fd, buffer, count) == count else { break carry }
            }
        }
        close(client)
        close(server)
    }
}
