import CLibPQ
import Glibc

/// One connection to a server, used from one thread at a time.
public final class Connection {
    /// What the server is doing for this connection.
    public enum Status: Sendable, Hashable {
        case idle
        case active
        case inTransaction
        case inFailedTransaction
        case broken
    }

    let pointer: OpaquePointer
    /// Statements that the server has prepared for this connection, by text.
    var prepared = PreparedStatements()
    /// When the rows that are being streamed must be over.
    var streamDeadline: ContinuousClock.Instant?
    /// Whether rows of a stream are still to come.
    var isStreaming = false
    /// The most a statement may take from its start; nil waits as long as the server does. A statement that takes longer
    /// is cancelled and answered with an error of kind `.cancelled`.
    public var timeout: Duration?
    /// Receives the server's notices and warnings.
    public var noticeHandler: ((String) -> Void)?

    /// Connects.
    ///
    /// - Throws: `PostgresError` of kind `.connection`.
    public init(_ parameters: ConnectionParameters = ConnectionParameters()) throws(PostgresError) {
        let pairs = parameters.pairs
        guard !pairs.contains(where: { $0.value.utf8.contains(0) }) else {
            throw PostgresError(.encoding, "a connection parameter contains NUL")
        }
        guard parameters.isReadable else {
            // libpq's own message would quote the part that it cannot read, which can be a password.
            throw PostgresError(.connection, "the connection string cannot be read")
        }
        var keywords = pairs.map { UnsafePointer(strdup($0.keyword)) } + [nil]
        var values = pairs.map { UnsafePointer(strdup($0.value)) } + [nil]
        defer { (keywords + values).forEach { free(UnsafeMutablePointer(mutating: $0)) } }
        guard let pointer = PQconnectdbParams(&keywords, &values, 1) else {
            throw PostgresError(.connection, "out of memory")
        }
        self.pointer = pointer
        guard PQstatus(pointer) == CONNECTION_OK else {
            // Everything is initialised: throwing runs deinit, which frees the connection.
            throw PostgresError(connection: pointer, .connection)
        }
        PQsetnonblocking(pointer, 1)
        PQsetNoticeReceiver(pointer, receiveNotice, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        PQfinish(pointer)
    }

    public var status: Status {
        switch PQtransactionStatus(pointer) {
        case PQTRANS_IDLE: .idle
        case PQTRANS_ACTIVE: .active
        case PQTRANS_INTRANS: .inTransaction
        case PQTRANS_INERROR: .inFailedTransaction
        default: .broken
        }
    }

    /// Whether a transaction is open, failed or not; false for a connection that is busy or gone.
    var isInTransaction: Bool { status == .inTransaction || status == .inFailedTransaction }

    /// The login.
    public var user: String { PQuser(pointer).map { String(cString: $0) } ?? "" }
    public var database: String { PQdb(pointer).map { String(cString: $0) } ?? "" }
    /// Such as 150018.
    public var serverVersion: Int { Int(PQserverVersion(pointer)) }
    public var backendProcessID: Int32 { PQbackendPID(pointer) }

    /// A setting that the server reports, such as `TimeZone`.
    public func reportedSetting(_ name: String) -> String? {
        PQparameterStatus(pointer, name).map { String(cString: $0) }
    }
}

private func receiveNotice(_ context: UnsafeMutableRawPointer?, _ result: OpaquePointer?) {
    guard let context, let result else { return }
    let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
    let message = PQresultErrorField(result, zb_diag_message).map { String(cString: $0) }
    if let message { connection.noticeHandler?(message) }
}
