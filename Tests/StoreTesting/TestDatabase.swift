import Glibc
import Postgres
import Store
import Zones

/// A test's own database: a clone of the migrated template with zones INNO, ETDZ and TZBA, the public facts, and the
/// logins `tester` (every role everywhere), `officer_inno`, `officer_etdz`, `officer_tzba` (one zone each, as officer,
/// coordinator and reviewer) and `stranger` (an officer of nowhere).
public struct TestDatabase: Sendable {
    @TaskLocal static var bound: TestDatabase?

    /// The database of the test that runs; only inside a suite or test with the trait `.database`.
    public static var current: TestDatabase {
        guard let bound else { preconditionFailure("the test lacks the trait .database") }
        return bound
    }

    public let name: String

    /// Business time of sessions that say nothing else: 2024-10-19, noon in zone time.
    public static let noon: Instant = {
        do {
            return try Instant(iso: "2024-10-19T12:00")
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// Connection parameters for a login.
    public func parameters(as login: String) -> ConnectionParameters {
        ThrowawayCluster.shared.parameters(database: name, user: login)
    }

    /// A session of a login that acts for a zone.
    public func session(as login: String = "tester", zone: String? = "ETDZ", at clock: Instant = noon) throws -> Session
    {
        try Session(
            SessionConfiguration(
                parameters: parameters(as: login),
                zone: try zone.map { try ZoneCode($0) },
                clock: .fixed(clock),
                keys: .file(TestKeys.path)
            )
        )
    }

    /// A bare connection of a login.
    public func connection(as login: String = "zb_super") throws -> Connection {
        try Connection(parameters(as: login))
    }

    /// Makes a database of a new name.
    static func make(_ content: DatabaseTrait.Content) throws -> TestDatabase {
        _ = TemplateDatabase.ready
        var generator = SystemRandomNumberGenerator()
        let name = "zb_test_\(getpid())_" + String(generator.next() as UInt32, radix: 36)
        switch content {
        case .template: try cloneTemplate(as: name)
        case .setup: try setUp(as: name)
        }
        return TestDatabase(name: name)
    }

    private static func setUp(as name: String) throws {
        guard let identifier = Identifier(validating: name) else { preconditionFailure(name) }
        try DatabaseSetup { database, user in
            ThrowawayCluster.shared.parameters(database: database.name, user: user)
        }.create(identifier, sample: true, administrator: "tester", replacing: false)
        try PublicFacts.load(
            into: Session(
                SessionConfiguration(parameters: ThrowawayCluster.shared.parameters(database: name, user: "tester"))
            )
        )
    }

    private static func cloneTemplate(as name: String) throws {
        let maintenance = try Connection(ThrowawayCluster.shared.parameters(database: "postgres"))
        guard let clone = Identifier(validating: name), let template = Identifier(validating: TemplateDatabase.name)
        else {
            preconditionFailure(name)
        }
        try maintenance.execute("create database \(clone) template \(template) owner zb_owner strategy file_copy")
        try maintenance.execute("revoke all on database \(clone) from public")
        try maintenance.execute("grant connect on database \(clone) to zb_reader, zb_joint_office, zb_migrator")
        try maintenance.execute("alter database \(clone) set timezone = 'Asia/Shanghai'")
    }

    func drop() {
        guard let clone = Identifier(validating: name),
            let maintenance = try? Connection(ThrowawayCluster.shared.parameters(database: "postgres"))
        else { return }
        _ = try? maintenance.execute("drop database if exists \(clone) with (force)")
    }
}
