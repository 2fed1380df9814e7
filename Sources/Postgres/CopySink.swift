import CLibPQ

/// Where the octets of a COPY in go: gathered to blocks, sent while the server's answers are read.
final class CopySink {
    /// Larger blocks are not faster; smaller ones cost a call each.
    private static let blockSize = 1 << 16

    let isBinary: Bool
    let deadline: ContinuousClock.Instant?
    private let connection: Connection
    private var isCanceled = false
    var buffer: [UInt8] = []

    init(_ connection: Connection, isBinary: Bool, deadline: ContinuousClock.Instant?) {
        self.connection = connection
        self.isBinary = isBinary
        self.deadline = deadline
        buffer.reserveCapacity(Self.blockSize + 4096)
    }

    /// Sends the buffer when it is full.
    func rowDone() throws(PostgresError) {
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// Sends the buffer, and waits until the system has taken it: memory stays flat however much is copied.
    func flush() throws(PostgresError) {
        guard !buffer.isEmpty else { return }
        let pointer = connection.pointer
        let queued = buffer.withUnsafeBytes { octets in
            PQputCopyData(pointer, octets.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(octets.count))
        }
        guard queued == 1 else { throw connection.broken() }
        buffer.removeAll(keepingCapacity: true)
        while true {
            let rest = PQflush(pointer)
            guard rest >= 0 else { throw connection.broken() }
            if rest == 0 { return }
            if !connection.wait(for: connection.waitingEvents, deadline: isCanceled ? nil : deadline) {
                connection.makeCanceller().cancel()
                isCanceled = true
            } else if PQconsumeInput(pointer) != 1 {
                throw connection.broken()
            }
        }
    }
}
