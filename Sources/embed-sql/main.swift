import Glibc

/// The tool behind the `EmbedSQL` plugin: `embed-sql OUTPUT ROOT FILE…` writes one Swift file that holds
/// every FILE as a raw-string `StaticString` under its path relative to ROOT.

func fail(_ message: String) -> Never {
    let line = Array("embed-sql: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(1)
}

func contents(of path: String) -> String {
    guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&chunk, 1, chunk.count, file)
        guard count > 0 else { break }
        bytes += chunk[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { fail("\(path) is not UTF-8") }
    guard !bytes.contains(0) else { fail("\(path) contains a NUL") }
    guard !text.contains("\"\"\"####") else { fail("\(path) contains the raw string's end mark") }
    return text
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fail("usage: embed-sql OUTPUT ROOT FILE…") }
let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"

var swift =
    "/// Every file of the folder that PostgreSQL owns, sorted by path.\npublic let embeddedFiles: [EmbeddedFile] = [\n"
for path in arguments.dropFirst(3) {
    guard path.hasPrefix(root) else { fail("\(path) is not inside \(root)") }
    let name = path.dropFirst(root.count)
    swift += "    EmbeddedFile(path: \"\(name)\", text: ####\"\"\"\n\(contents(of: path))\n\"\"\"####),\n"
}
swift += "]\n"

guard let output = fopen(arguments[1], "wb") else { fail("cannot write \(arguments[1])") }
let bytes = Array(swift.utf8)
guard fwrite(bytes, 1, bytes.count, output) == bytes.count, fclose(output) == 0 else {
    fail("cannot write \(arguments[1])")
}
