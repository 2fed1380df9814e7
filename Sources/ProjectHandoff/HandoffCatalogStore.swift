import Postgres
import Store
import Zones

/// The module's words, which are rows: what may be chosen where a command takes a code.
public enum HandoffCatalogStore {
    /// What credit is counted in.
    public struct Measure: Sendable, Hashable {
        public let code: Code
        public let name: String
        public let unit: String
        /// From what a sharing runs: `first_amount`, `construction` or `acceptance`.
        public let starts: String
        public let years: Int
    }

    public static func measures(_ session: Session) throws -> [Measure] {
        try session.connection.rows(
            "select code, name_zh, unit, starts, years from handoff.measure order by code",
            as: (Code, String, String, String, Int32).self
        ).map { Measure(code: $0.0, name: $0.1, unit: $0.2, starts: $0.3, years: Int($0.4)) }
    }

    /// A kind of project.
    public struct Kind: Sendable, Hashable {
        public let code: Code
        public let name: String
        /// Whether such a project may change hands, and start on a commitment.
        public let mayMove: Bool
        public let mayCommit: Bool
    }

    public static func kinds(_ session: Session) throws -> [Kind] {
        try session.connection.rows(
            "select code, name_zh, may_move, may_commit from handoff.project_kind order by code",
            as: (Code, String, Bool, Bool).self
        ).map { Kind(code: $0.0, name: $0.1, mayMove: $0.2, mayCommit: $0.3) }
    }
}
