import Casework
import ProjectHandoff
import StartupEligibility
import Store
import TalentEnrollment
import TrainingSchedule
import Zones

/// What is watched: counts by state, what is late, how old seal and backup are, how much room is left. No names, no
/// codes of people or cases; a zone's figures are those that the login may see.
struct Metrics {
    /// Every module's counts; one a line.
    static let sources: [CountSource] = [.casework, .enrollment, .schedule, .eligibility, .handoff]

    private var page = Exposition()
    private let session: Session

    var text: String { page.text }

    /// - Parameters:
    ///   - zones: whose figures
    ///   - backups: the folder of backups, where that is known
    init(_ session: Session, zones: [ZoneCode], cluster: PrivateCluster?, backups: String?) throws {
        self.session = session
        try addServer(cluster)
        try addPublicData()
        if let backups { addBackups(backups) }
        try addCases(zones)
    }

    private mutating func addCases(_ zones: [ZoneCode]) throws {
        var cases = Exposition.Metric("zonebridge_cases", "Cases by zone, module, kind and state.")
        var pending = Exposition.Metric(
            "zonebridge_oldest_pending_seconds",
            "Age of the oldest case that waits in a state, in seconds."
        )
        var due = Exposition.Metric("zonebridge_due", "Things due until today, overdue ones too, by kind.")
        var overdue = Exposition.Metric("zonebridge_overdue", "Things that were due before today, by kind.")
        var oldest = Exposition.Metric("zonebridge_oldest_overdue_days", "Days since the oldest of them was due.")
        for zone in zones {
            try session.act(for: zone)
            for source in Self.sources {
                for count in try source.counts(session) {
                    let labels = [
                        ("zone", zone.text), ("module", source.module), ("kind", count.kind), ("state", count.state),
                    ]
                    cases.samples.append((labels, "\(count.count)"))
                    if let since = count.waitingSince {
                        pending.samples.append((labels, "\(Self.seconds(since, session.now))"))
                    }
                }
            }
            let today = session.today
            let todos = try Todo.list(session, from: TodoSources.all, days: 0)
            for (kind, found) in Dictionary(grouping: todos, by: \.kind).sorted(by: { $0.key < $1.key }) {
                due.add(found.count, ("zone", zone.text), ("kind", kind))
                let late = found.filter { $0.dueOn < today }
                overdue.add(late.count, ("zone", zone.text), ("kind", kind))
                if let first = late.map(\.dueOn).min() {
                    oldest.add(first.days(until: today), ("zone", zone.text), ("kind", kind))
                }
            }
        }
        for metric in [cases, pending, due, overdue, oldest] { page.add(metric) }
    }

    private mutating func addPublicData() throws {
        let today = session.today
        let calendar = try CalendarStore.calendar(session).loadedUntil
        page.add(
            "zonebridge_calendar_days_left",
            "Days until the working-day calendar ends.",
            calendar.map { today.days(until: $0) }
        )
        let rates = try LoanPrimeRates(fixings: RateStore.fixings(session)).loadedUntil
        page.add(
            "zonebridge_rates_days_left",
            "Days until the loan prime rates are not known any more.",
            rates.map { today.days(until: $0) }
        )
    }

    private mutating func addBackups(_ folder: String) {
        guard let age = BackupAge(folder: folder) else { return }
        let now = BusinessClock.machine.now
        page.add("zonebridge_backups", "Complete backups in the folder.", age.count)
        page.add(
            "zonebridge_backup_age_seconds",
            "Seconds since the last backup ended.",
            age.endedAt.map { Self.seconds($0, now) }
        )
        page.add(
            "zonebridge_drill_age_seconds",
            "Seconds since a restore was last practised.",
            age.drilledAt.map { Self.seconds($0, now) }
        )
    }

    private mutating func addServer(_ cluster: PrivateCluster?) throws {
        let state = try ServerState.read(session)
        var version = Exposition.Metric("zonebridge_server_info", "The server's version, as a label.")
        version.add(1, ("version", state.version))
        page.add(version)
        page.add("zonebridge_schema_version", "The schema of the database.", state.schema)
        page.add("zonebridge_schema_version_expected", "The schema of this program.", SchemaVersion.program)
        page.add("zonebridge_connections", "Connections in use.", state.connections)
        page.add("zonebridge_connections_limit", "Connections that the server allows.", state.connectionLimit)
        page.add("zonebridge_database_bytes", "Size of the database.", Int(state.databaseSize))
        let room = state.disk(cluster)
        page.add("zonebridge_disk_bytes", "Size of the disk of the data.", room.map { Int($0.total) })
        page.add("zonebridge_disk_free_bytes", "Free on the disk of the data.", room.map { Int($0.free) })
        page.add(
            "zonebridge_sequence_used_ppm",
            "Used numbers of the fullest sequence, in millionths.",
            state.sequenceUse
        )
        page.add(
            "zonebridge_sync_standbys_wanted",
            "1 if the server waits for a standby before it acknowledges.",
            state.wantsStandby ? 1 : 0
        )
        page.add("zonebridge_sync_standbys", "Standbys that the server waits for.", state.standbys)
        page.add("zonebridge_archive_failing", "1 if the log cannot be archived.", state.isArchiveFailing ? 1 : 0)
        page.add(
            "zonebridge_archive_age_seconds",
            "Seconds since a segment of the log was archived.",
            state.archivedAt.map { Self.seconds($0, state.clock) }
        )
        page.add(
            "zonebridge_seal_age_seconds",
            "Seconds since the chains of events were sealed.",
            state.sealedAt.map { Self.seconds($0, session.now) }
        )
    }

    /// Whole seconds, none below zero: business time of samples may lie before.
    private static func seconds(_ from: Instant, _ to: Instant) -> Int {
        max(0, Int((to.unixMicroseconds - from.unixMicroseconds) / 1_000_000))
    }
}
