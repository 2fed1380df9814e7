/// One file of the `sql` folder, embedded in the binary by the `EmbedSQL` plugin.
public struct EmbeddedFile: Sendable {
    /// The path below `sql/`, such as `migrations/0001_zones.sql`.
    public let path: String
    /// The content; a `StaticString`, so that only text that was compiled in can reach the server as a script.
    public let text: StaticString

    public init(path: String, text: StaticString) {
        self.path = path
        self.text = text
    }
}

/// The embedded files of one folder below `sql/`, sorted by path.
public func embeddedFiles(in folder: String) -> [EmbeddedFile] {
    embeddedFiles.filter { $0.path.hasPrefix(folder + "/") }
}
