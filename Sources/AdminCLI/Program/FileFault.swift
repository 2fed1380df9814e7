/// Why a file cannot be read or written.
enum FileFault: Error, Hashable {
    case notFound(String)
    case directory(String)
    /// A FIFO, a device, a socket.
    case notRegular(String)
    case unreadable(String, SystemError)
    case tooLarge(String, limit: Int)
    /// The content differs from the digest that names it.
    case damaged(String)
    case unwritable(String, SystemError)
    /// Standard output was closed before anything was done.
    case outputClosed
    /// Standard output failed; `committed` if changes were made before.
    case outputFailed(SystemError, committed: Bool)
}
