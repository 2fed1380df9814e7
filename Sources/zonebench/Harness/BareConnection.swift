import CLibPQ
import Postgres

/// libpq as a C program uses it: what the product is compared with. Nothing is checked but that it worked.
final class BareConnection {
    let pointer: OpaquePointer

    init(_ conninfo: String) throws {
        guard let pointer = PQconnectdb(conninfo) else { throw BenchFault("PQconnectdb") }
        self.pointer = pointer
        guard PQstatus(pointer) == CONNECTION_OK else { throw BenchFault(String(cString: PQerrorMessage(pointer))) }
    }

    deinit { PQfinish(pointer) }

    /// Runs commands for their effect.
    func execute(_ text: String) throws {
        try check(PQexec(pointer, text))
    }

    func prepare(_ name: String, _ text: String, _ types: [Oid]) throws {
        try check(PQprepare(pointer, name, text, Int32(types.count), types))
    }

    /// Takes a result that has to be a success.
    func check(_ result: OpaquePointer?) throws {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_SYNC, PGRES_COPY_IN: return
        default: throw BenchFault(String(cString: PQresultErrorMessage(result)))
        }
    }
}
