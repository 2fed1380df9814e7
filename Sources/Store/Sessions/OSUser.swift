import Glibc

/// The user of the operating system who runs this process.
public enum OSUser {
    /// The name behind the effective user id; the number itself where the machine knows no name for it.
    public static var name: String {
        let id = geteuid()
        guard let entry = getpwuid(id) else { return "\(id)" }
        return String(cString: entry.pointee.pw_name)
    }

    public static var isRoot: Bool { geteuid() == 0 }
}
