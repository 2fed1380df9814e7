import Glibc

/// A file that others read while we renew it: they see the old one or the new one, whole.
enum ReplacedFile {
    /// Writes a new file beside it, readable by all, and gives it the name.
    static func write(_ text: String, to path: String) throws(FileFault) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .directory(path) }
        // Collectors take every file of a certain ending: the draft has another.
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path, SystemError(number: errno)) }
        var failure: SystemError?
        Array(text.utf8).withUnsafeBytes { bytes in
            do throws(SystemError) { try Descriptor.write(descriptor, bytes) } catch { failure = error }
        }
        if failure == nil, fchmod(descriptor, 0o644) != 0 || fsync(descriptor) != 0 {
            failure = SystemError(number: errno)
        }
        close(descriptor)
        if failure == nil, rename(draft, path) != 0 { failure = SystemError(number: errno) }
        if let failure {
            unlink(draft)
            throw .unwritable(path, failure)
        }
    }
}
