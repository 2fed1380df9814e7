import Glibc

/// The `.ctt` files of a folder.
enum InstanceFile {
    /// Their names without the ending, sorted.
    static func names(in folder: String) throws -> [String] {
        guard let handle = opendir(folder) else { throw BenchFault("cannot read the folder \(folder)") }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".ctt") { names.append(String(name.dropLast(4))) }
        }
        return names.sorted()
    }

    /// A file's text.
    static func text(_ path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw BenchFault("cannot read \(path)") }
        defer { fclose(file) }
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { octets += buffer[..<count] }
        guard let text = String(validating: octets, as: UTF8.self) else { throw BenchFault("\(path) is not UTF-8") }
        return text
    }
}
