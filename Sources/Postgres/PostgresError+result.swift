import CLibPQ

extension PostgresError {
    /// The server's error in a result.
    init(result: OpaquePointer, statementName: String?) {
        func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
        let state = field(zb_diag_sqlstate).map(SQLState.init)
        self.init(Self.kind(of: state), field(zb_diag_message) ?? String(cString: PQresultErrorMessage(result)))
        sqlState = state
        severity = field(zb_diag_severity)
        detail = field(zb_diag_detail)
        hint = field(zb_diag_hint)
        schema = field(zb_diag_schema)
        table = field(zb_diag_table)
        column = field(zb_diag_column)
        constraint = field(zb_diag_constraint)
        position = field(zb_diag_position).flatMap { Int($0) }
        self.statementName = statementName
    }

    /// libpq's own message about a connection.
    init(connection: OpaquePointer, _ kind: Kind) {
        var message = String(cString: PQerrorMessage(connection))
        while message.last?.isNewline == true { message.removeLast() }
        self.init(kind, message)
    }

    private static func kind(of state: SQLState?) -> Kind {
        guard let state else { return .connection }
        return switch state.rawValue {
        case "57014": .cancelled
        case "57P01", "57P02", "57P03", "57P05", "25P03": .connection
        default: state.class == .connection ? .connection : .server
        }
    }
}
