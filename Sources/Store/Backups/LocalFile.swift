import Glibc

/// Small files of backups, and the folders that they lie in: of the server's user, and open to nobody else.
enum LocalFile {
    /// A file's octets.
    static func octets(_ path: String) throws(BackupFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unusable(path) }
        defer { close(file) }
        var octets: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unusable(path) }
            if count == 0 { return octets }
            octets += chunk[..<count]
        }
    }

    /// Writes a new or changed file, whole or not at all.
    static func write(_ text: String, to path: String) throws(BackupFault) {
        let draft = path + ".new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw unusable(draft) }
        let octets = Array(text.utf8)
        var written = 0
        while written < octets.count {
            let count = octets[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let fault = unusable(draft)
                close(file)
                throw fault
            }
            written += count
        }
        let isKept = fsync(file) == 0
        close(file)
        guard isKept, ServerPrograms.own(draft), rename(draft, path) == 0 else { throw unusable(path) }
    }

    /// Makes a folder and its parents where they are missing; the last one belongs to the server's user alone.
    static func makeFolder(_ path: String) throws(BackupFault) {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            _ = mkdir(parent, 0o755)
        }
        guard mkdir(path, 0o700) == 0 else {
            var found = stat()
            guard errno == EEXIST, stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR else {
                throw unusable(path)
            }
            return
        }
        guard ServerPrograms.own(path) else { throw unusable(path) }
    }

    /// The names in a folder, in octet order; none where there is no folder.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// A path from the root, as the system sees it through links; what does not exist yet is taken as it is written.
    static func absolute(_ path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        guard let end = path.lastIndex(of: "/") else { return absolute(".") + "/" + path }
        let (folder, name) = (String(path[..<end]), path[path.index(after: end)...])
        if name.isEmpty { return absolute(folder) }
        return (folder.isEmpty ? "" : absolute(folder)) + "/" + name
    }

    /// Whether a path is a folder or lies within it.
    static func contains(_ folder: String, _ path: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }

    static func unusable(_ path: String) -> BackupFault {
        .unusable(path: path, reason: String(cString: strerror(errno)))
    }
}
