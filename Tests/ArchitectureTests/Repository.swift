import Foundation

/// The repository that the tests were built from, read from disk.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The names at the top level, without dotfiles.
    static func topLevel() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !$0.hasPrefix(".") })
    }

    /// The names of the folders below a folder.
    static func folders(in folder: String) throws -> Set<String> {
        let url = root.appendingPathComponent(folder)
        return Set(
            try FileManager.default.contentsOfDirectory(atPath: url.path).filter { name in
                var isFolder: ObjCBool = false
                let path = url.appendingPathComponent(name).path
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
            }
        )
    }

    /// All files below a folder whose name ends in `ending`; read once a process.
    static func files(in folder: String, ending: String) throws -> [SourceFile] {
        try read.get().filter { $0.path.hasPrefix("\(folder)/") && $0.path.hasSuffix(ending) }
    }

    private static let read = Result {
        try [".ci", "Sources", "Tests", "deploy", "sql"].flatMap { folder in
            let url = root.appendingPathComponent(folder)
            return try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted().compactMap { path in
                var isFolder: ObjCBool = false
                let file = url.appendingPathComponent(path)
                guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
                else {
                    return nil as SourceFile?
                }
                // A sample sheet is not UTF-8; its text is of no interest here.
                return SourceFile(
                    path: "\(folder)/\(path)",
                    text: String(decoding: try Data(contentsOf: file), as: UTF8.self)
                )
            }
        }
    }
}

/// A file of the repository.
struct SourceFile: Sendable {
    /// From the repository's root.
    let path: String
    let text: String

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The folder below `Sources`, `Tests` or `sql/functions`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The modules that a Swift file imports.
    var imports: Set<String> {
        Set(
            lines.compactMap { line in
                guard line.utf8.count < 100, !line.hasPrefix("//") else { return nil }
                let words = line.split(separator: " ")
                guard let position = words.firstIndex(of: "import"),
                    words[..<position].allSatisfy({ $0.hasPrefix("@") || Self.access.contains($0) })
                else { return nil }
                let name = words[(position + 1)...].drop { Self.kinds.contains($0) }.first
                return name.map { String($0.prefix { $0 != "." }) }
            }
        )
    }

    /// Whether a Swift file has a string literal, or a line of a longer one, that begins as a statement.
    var holdsSQL: Bool {
        lines.contains { line in
            let text = line.drop { $0 == " " }
            guard !text.hasPrefix("//") else { return false }
            return Self.begins(text)
                || text.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().contains(
                    where: Self.begins
                )
        }
    }

    private static func begins(_ text: Substring) -> Bool {
        let words = text.split(separator: " ", maxSplits: 3)
        return switch words.first {
        case "select": words.count > 1 && words[1] != "="
        case "insert": words.count > 2 && words[1] == "into"
        case "delete": words.count > 2 && words[1] == "from"
        case "update": words.count > 3 && words[3].hasPrefix("set") || words.count > 2 && words[2] == "set"
        default: false
        }
    }

    private static let access: Set<Substring> = ["public", "internal", "private", "package", "fileprivate"]
    private static let kinds: Set<Substring> = ["struct", "class", "enum", "func", "let", "var", "protocol"]
}
