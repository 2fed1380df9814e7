import Glibc

/// Where the private cluster keeps its things.
public struct ClusterLayout: Sendable, Hashable {
    /// `$ZONECTL_HOME`; else for root `/var/lib/zonectl`, for others `$XDG_STATE_HOME/zonectl`.
    public let home: String
    public var data: String { home + "/data" }
    public var log: String { home + "/server.log" }
    /// A folder of its own, which only this program's user may enter: the data's owner need not read the keys.
    public var keyFolder: String { home + "/keys" }
    public var keys: KeyFile { KeyFile(keyFolder + "/zonebridge.key") }
    /// Lies apart when the home's path is too long for a socket's name (107 octets, less the file's own).
    public let socketFolder: String

    /// The layout that the environment asks for.
    public static var current: ClusterLayout {
        let home =
            Environment["ZONECTL_HOME"]
            ?? (OSUser.isRoot
                ? "/var/lib/zonectl"
                : (Environment["XDG_STATE_HOME"] ?? (Environment["HOME"] ?? "/tmp") + "/.local/state") + "/zonectl")
        return ClusterLayout(home: home)
    }

    public init(home: String) {
        self.home = home
        let inside = home + "/run"
        self.socketFolder = inside.utf8.count <= 80 ? inside : "/tmp/zonectl-\(geteuid())"
    }

    public var isInitialized: Bool { access(data + "/PG_VERSION", F_OK) == 0 }
}
