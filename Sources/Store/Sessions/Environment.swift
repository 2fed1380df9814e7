import Glibc

/// The process's environment variables.
public enum Environment {
    /// The value of a variable; nil when it is unset or empty, as libpq and POSIX tools take it.
    public static subscript(name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}
