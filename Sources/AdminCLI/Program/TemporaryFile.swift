import Glibc
import Store

/// A file without a name: it goes with the process, however that ends.
final class TemporaryFile {
    let descriptor: Int32

    /// `$TMPDIR`, else `/tmp`.
    static var folder: String { Environment["TMPDIR"] ?? "/tmp" }

    init() throws(FileFault) {
        var template = Array((Self.folder + "/zonectl-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .unwritable(Self.folder, SystemError(number: errno)) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Goes back to the first byte, for reading.
    func rewind() throws(SystemError) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SystemError(number: errno) }
    }

    /// Drops everything written so far.
    func empty() throws(SystemError) {
        guard ftruncate(descriptor, 0) == 0 else { throw SystemError(number: errno) }
        try rewind()
    }

    /// Reads all of it from the start, buffer by buffer.
    func copy(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try rewind()
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            while true {
                let count = try Descriptor.read(descriptor, into: buffer)
                guard count > 0 else { return }
                try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }
}
