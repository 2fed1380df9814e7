import Glibc

/// A regular file opened for reading, or standard input copied to one: it can be read twice, and only the bytes that it
/// had when it was opened are read.
final class InputFile {
    /// As the user named it; `-` for standard input.
    let path: String
    let descriptor: Int32
    /// In bytes, when it was opened.
    let size: Int
    private var remaining: Int
    private let ownsDescriptor: Bool
    /// Keeps the copy of standard input open.
    private let copy: SpooledInput?

    /// - Parameter limit: the largest size accepted, in bytes
    init(path: String, limit: Int = .max) throws(FileFault) {
        self.path = path
        if path == "-" {
            let spooled = try SpooledInput(limit: limit)
            copy = spooled
            descriptor = spooled.descriptor
            size = spooled.size
            ownsDescriptor = false
        } else {
            copy = nil
            (descriptor, size) = try Self.open(path, limit: limit)
            ownsDescriptor = true
        }
        remaining = size
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// O_NONBLOCK, so that a FIFO without a writer is refused instead of waited for.
    private static func open(_ path: String, limit: Int) throws(FileFault) -> (Int32, Int) {
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .notFound(path) : .unreadable(path, SystemError(number: errno))
        }
        do throws(FileFault) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, SystemError(number: errno)) }
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFDIR: throw .directory(path)
            default: throw .notRegular(path)
            }
            guard status.st_size <= limit else { throw .tooLarge(path, limit: limit) }
            return (descriptor, status.st_size)
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Starts again from the first byte.
    func rewind() throws(FileFault) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .unreadable(path, SystemError(number: errno)) }
        remaining = size
    }

    /// Fills the buffer; 0 at the end, even if the file has grown meanwhile.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(remaining))
        guard !part.isEmpty else { return 0 }
        do throws(SystemError) {
            let count = try Descriptor.read(descriptor, into: part)
            remaining -= count
            return count
        } catch { throw .unreadable(path, error) }
    }
}

/// Standard input, copied to a file without a name so that it can be read again.
private final class SpooledInput {
    private let file: TemporaryFile
    let size: Int

    var descriptor: Int32 { file.descriptor }

    init(limit: Int) throws(FileFault) {
        let file = try TemporaryFile()
        var size = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while size <= limit {
            let count = try Self.read(into: &buffer)
            if count == 0 { break }
            do throws(SystemError) {
                try buffer.using(first: count) { bytes throws(SystemError) in
                    try Descriptor.write(file.descriptor, bytes)
                }
            } catch { throw .unwritable(TemporaryFile.folder, error) }
            size += count
        }
        guard size <= limit else { throw .tooLarge("-", limit: limit) }
        do throws(SystemError) { try file.rewind() } catch { throw .unreadable("-", error) }
        self.file = file
        self.size = size
    }

    private static func read(into buffer: inout [UInt8]) throws(FileFault) -> Int {
        do throws(SystemError) {
            return try buffer.filling { bytes throws(SystemError) in try Descriptor.read(0, into: bytes) }
        } catch { throw .unreadable("-", error) }
    }
}

extension [UInt8] {
    /// `withUnsafeMutableBytes` that keeps the type of the error.
    mutating func filling<R, E: Error>(_ body: (UnsafeMutableRawBufferPointer) throws(E) -> R) throws(E) -> R {
        let result: Result<R, E> = withUnsafeMutableBytes { bytes in
            do throws(E) { return .success(try body(bytes)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// `withUnsafeBytes` over the first bytes that keeps the type of the error.
    func using<R, E: Error>(first count: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        let result: Result<R, E> = withUnsafeBytes { bytes in
            do throws(E) {
                return .success(try body(UnsafeRawBufferPointer(rebasing: bytes[..<count])))
            } catch { return .failure(error) }
        }
        return try result.get()
    }
}
