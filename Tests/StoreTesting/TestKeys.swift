import Glibc
import Postgres
import Store

/// The key file of all test databases: always the same keys, because a template may outlive the process that made it.
public enum TestKeys {
    /// Where this process's copy of the file lies; written at first need.
    public static let path: String = {
        let path = "\(Environment["TMPDIR"] ?? "/tmp")/zb-test-\(getpid()).key"
        do {
            try KeyFile(path).write(keys, replacing: true)
        } catch {
            preconditionFailure("the key file cannot be written: \(error)")
        }
        atexit { _ = unlink(TestKeys.path) }
        return path
    }()

    /// Made of a fixed phrase: worth nothing outside tests.
    public static let keys = KeySet(phrase: "the tests' own keys")
}
