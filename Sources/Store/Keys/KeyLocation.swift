import Glibc
import Zones

/// Where the keys of a database lie: never with its data.
public enum KeyLocation: Sendable, Hashable {
    /// One file for all zones: a private cluster's.
    case file(String)
    /// One file a zone, `<ZONE>.key`: in systemd's `$CREDENTIALS_DIRECTORY`, else in `$ZONECTL_KEYS` (which may also
    /// name one file), else in `/etc/zonebridge/keys`.
    case server

    /// The key file of a zone.
    public func file(of zone: ZoneCode) -> KeyFile {
        switch self {
        case .file(let path): return KeyFile(path)
        case .server:
            if let folder = Environment["CREDENTIALS_DIRECTORY"] {
                let credential = KeyFile("\(folder)/\(zone.text).key")
                if credential.exists { return credential }
            }
            let configured = Environment["ZONECTL_KEYS"] ?? "/etc/zonebridge/keys"
            var found = stat()
            let isFile = stat(configured, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
            return KeyFile(isFile ? configured : "\(configured)/\(zone.text).key")
        }
    }
}
