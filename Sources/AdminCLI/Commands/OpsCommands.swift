import Store
import Zones

/// Watching the system.
enum OpsCommands {
    static let all = [metrics]

    /// The folder of backups, by a field or by `$ZONECTL_BACKUPS`.
    static let backups = Field.optional(
        "backups",
        .path,
        "备份目录（默认取 ZONECTL_BACKUPS）",
        "the folder of backups (else $ZONECTL_BACKUPS)"
    )

    static func backupFolder(_ invocation: Invocation) throws -> String? {
        try invocation.optionalPath("backups") ?? Environment["ZONECTL_BACKUPS"]
    }

    static let metrics = Command(
        "ops",
        "metrics",
        "监控数据（Prometheus 文本格式），不含个人信息",
        "figures for watching, in Prometheus' text format, without personal data",
        effect: .read,
        role: .admin,
        fields: [
            .optional("file", .path, "写入文件（整体替换）", "a file, replaced as a whole"),
            backups,
        ],
        example: "ops metrics --file /var/lib/prometheus/node-exporter/zonebridge.prom",
        inFiles: false,
        .act { invocation, context in
            let session = try context.session()
            let metrics = try Metrics(
                session,
                zones: try zones(session),
                cluster: context.database.cluster,
                backups: try backupFolder(invocation)
            )
            guard let path = try invocation.optionalPath("file") else { return .document(metrics.text) }
            try ReplacedFile.write(metrics.text, to: path)
            return .nothing
        }
    )

    /// The zone that the session acts for, else every zone in which the login has a role.
    private static func zones(_ session: Session) throws -> [ZoneCode] {
        if let zone = session.zone { return [zone] }
        let roles = try Actor.current(session).roles
        let all = try ZoneStore.list(session).filter { $0.closedOn.map { $0 >= session.today } ?? true }.map(\.code)
        return all.filter { zone in roles.contains { $0.zone == nil || $0.zone == zone } }
    }
}

extension DatabaseChoice {
    /// The private cluster, nil for an office's server.
    var cluster: PrivateCluster? {
        switch self {
        case .server: nil
        case .privateCluster(let cluster, _): cluster
        }
    }
}
