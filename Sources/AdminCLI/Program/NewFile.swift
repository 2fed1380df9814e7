import Glibc

/// A file that a command makes; one that exists is never overwritten.
enum NewFile {
    /// Writes all octets, readable by the owner only; a file that could not be completed is removed.
    static func write(_ octets: [UInt8], to path: String) throws(FileFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path, SystemError(number: errno)) }
        defer { close(descriptor) }
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failed(path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw failed(path) }
    }

    /// The same under a name that appears only with all its octets: a program that was killed leaves no half of a file that
    /// somebody could send. What it was writing to is left beside it and taken over by the next try.
    static func writeWhole(_ octets: [UInt8], to path: String) throws(FileFault) {
        let partial = path + ".part"
        unlink(partial)
        try write(octets, to: partial)
        defer { unlink(partial) }
        // Unlike rename, a link refuses to take the place of a file that is there.
        guard link(partial, path) == 0 else { throw .unwritable(path, SystemError(number: errno)) }
    }

    private static func failed(_ path: String) -> FileFault {
        let error = SystemError(number: errno)
        unlink(path)
        return .unwritable(path, error)
    }
}
