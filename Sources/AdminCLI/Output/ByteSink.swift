import Glibc

/// Why output could not be written.
enum SinkFault: Error, Hashable {
    /// Nobody reads any more: the reader of the pipe is gone.
    case closed
    /// The disk is full, the descriptor is not open, …
    case failed(SystemError)
}

/// Buffered bytes to a descriptor; every write is checked.
final class ByteSink {
    let descriptor: Int32
    private var buffer: [UInt8] = []
    private let capacity: Int
    /// Bytes handed over so far, buffered ones too.
    private(set) var written = 0

    init(descriptor: Int32, capacity: Int = 1 << 16) {
        self.descriptor = descriptor
        self.capacity = capacity
        buffer.reserveCapacity(capacity)
    }

    func write(_ text: String) throws(SinkFault) {
        buffer.append(contentsOf: text.utf8)
        written += text.utf8.count
        if buffer.count >= capacity { try flush() }
    }

    func write(_ bytes: [UInt8]) throws(SinkFault) {
        buffer.append(contentsOf: bytes)
        written += bytes.count
        if buffer.count >= capacity { try flush() }
    }

    /// Hands the buffer to the system.
    func flush() throws(SinkFault) {
        guard !buffer.isEmpty else { return }
        defer { buffer.removeAll(keepingCapacity: true) }
        do throws(SystemError) {
            var failure: SystemError?
            buffer.withUnsafeBytes { bytes in
                do throws(SystemError) { try Descriptor.write(descriptor, bytes) } catch { failure = error }
            }
            if let failure { throw failure }
        } catch {
            throw error.number == EPIPE ? .closed : .failed(error)
        }
    }

    /// Forgets what was not handed over yet.
    func discard() {
        buffer.removeAll(keepingCapacity: true)
    }
}
