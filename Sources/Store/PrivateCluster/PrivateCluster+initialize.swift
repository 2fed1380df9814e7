import Glibc

extension PrivateCluster {
    /// Makes the data folder with its settings and its rules of who may come in: under another name until it is complete,
    /// so that what an interrupted program leaves is never taken for a cluster.
    func initialize() throws {
        try makeFolder(layout.socketFolder, mode: 0o755)
        let draft = layout.data + ".new"
        _ = ChildProcess.run(["rm", "-rf", draft])
        let made = runAsServer([
            "initdb", "-D", draft, "-U", "zb_super", "--auth-local=peer", "--auth-host=reject",
            "--data-checksums", "--locale=C.UTF-8", "-E", "UTF8",
        ])
        guard made.status == 0 else { throw ClusterFault.programFailed(program: "initdb", output: made.output) }
        try write(settings, to: draft + "/postgresql.auto.conf", mode: 0o600)
        try write(Self.hostRules, to: draft + "/pg_hba.conf", mode: 0o600)
        try write(identityMap, to: draft + "/pg_ident.conf", mode: 0o600)
        guard rename(draft, layout.data) == 0 else {
            throw ClusterFault.folderUnusable(path: layout.data, reason: String(cString: strerror(errno)))
        }
    }

    /// Brings the rules of a cluster that an earlier program made to this one's.
    func renewHostRules() throws {
        let path = layout.data + "/pg_hba.conf"
        let octets = Array(Self.hostRules.utf8)
        var found = [UInt8](repeating: 0, count: octets.count + 1)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        let count = file < 0 ? 0 : read(file, &found, found.count)
        if file >= 0 { close(file) }
        guard count != octets.count || !found.starts(with: octets) else { return }
        try write(Self.hostRules, to: path, mode: 0o600)
        _ = runAsServer(["pg_ctl", "-D", layout.data, "reload"])
    }

    private var settings: String {
        """
        listen_addresses = ''
        port = 5432
        unix_socket_directories = '\(layout.socketFolder)'
        max_connections = 100
        timezone = 'Asia/Shanghai'
        log_timezone = 'Asia/Shanghai'
        lc_messages = 'C.UTF-8'
        # Values of parameters are personal data: never in the server's log.
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        client_connection_check_interval = '10s'

        """
    }

    private static let hostRules = """
        # TYPE DATABASE USER METHOD
        local all zb_super peer map=zb_super
        local replication zb_super peer map=zb_super
        local all zb_migrator peer map=zb_super
        local zonebridge,zonebridge_sample,zonebridge_new,zonebridge_sample_new all peer map=zb
        local all all reject

        """

    /// Every user of the machine is the login of the same name; names that begin with zb_ are the store's own.
    private var identityMap: String {
        let users = Set([OSUser.name, serverUser]).sorted()
        let bootstrap = users.flatMap { ["zb_super \($0) zb_super", "zb_super \($0) zb_migrator"] }
        return (bootstrap + [#"zb /^((?!zb_).+)$ \1"#, ""]).joined(separator: "\n")
    }

    /// Makes a folder, with its parents, that the server's user owns; checks the owner of one that exists.
    func makeFolder(_ path: String, mode: mode_t) throws {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            _ = mkdir(parent, 0o755)
        }
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw ClusterFault.folderUnusable(path: path, reason: String(cString: strerror(errno)))
        }
        guard let server = getpwnam(serverUser) else { throw ClusterFault.serverNotInstalled }
        var found = stat()
        guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR else {
            throw ClusterFault.folderUnusable(path: path, reason: "not a folder")
        }
        if found.st_uid != server.pointee.pw_uid {
            guard OSUser.isRoot, chown(path, server.pointee.pw_uid, server.pointee.pw_gid) == 0 else {
                throw ClusterFault.folderUnusable(path: path, reason: "owned by another user")
            }
        }
        if OSUser.isRoot, runAsServerCanReach(path) == false {
            throw ClusterFault.cannotTraverse(folder: firstClosedFolder(of: path))
        }
    }

    private func runAsServerCanReach(_ path: String) -> Bool {
        ChildProcess.run(["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "test", "-x", path])
            .status == 0
    }

    private func firstClosedFolder(of path: String) -> String {
        var folder = ""
        for part in path.split(separator: "/") {
            folder += "/" + part
            if !runAsServerCanReach(folder) { return folder }
        }
        return path
    }

    func write(_ text: String, to path: String, mode: mode_t) throws {
        let octets = Array(text.utf8)
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else {
            throw ClusterFault.folderUnusable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(file) }
        guard Glibc.write(file, octets, octets.count) == octets.count else {
            throw ClusterFault.folderUnusable(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
