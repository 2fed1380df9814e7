import Glibc

/// A system call on a file descriptor failed.
struct SystemError: Error, Hashable {
    let number: Int32

    /// The system's own words for it, in English.
    var text: String { String(cString: strerror(number)) }
}

/// Reading and writing descriptors, with interrupted calls repeated.
enum Descriptor {
    /// Reads at most the buffer's size; 0 at the end.
    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw SystemError(number: errno) }
        }
    }

    /// Writes all of the buffer.
    static func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = buffer
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno != EINTR {
                throw SystemError(number: errno)
            }
        }
    }
}
