import Postgres
import Store
import Zones

/// A line of the pipeline report.
public enum PipelineLine: String, Sendable, Hashable, CaseIterable {
    /// Newly signed and registered, large ones; of these the largest class, and those in dollars.
    case signed
    case signed50y = "signed_50y"
    case signedUSD = "signed_usd"
    /// Newly under construction.
    case started
    /// Municipal key projects that have started, of all there are.
    case keyStarted = "key_started"
    case key
    /// Under construction on the last day: a stock, not a flow.
    case building
    case completed
}

/// One figure of the report.
public struct PipelineFigure: Sendable, Hashable {
    public let line: PipelineLine
    /// The zone, month or size class; empty in the total.
    public let group: String
    /// Projects; by credit, ten-thousandths of projects.
    public let count: Int
    /// Planned investment of those in yuan.
    public let investment: Money
}

/// The pipeline report of the active zone, or of the region for a joint office.
public enum PipelineStore {
    public enum Axis: String, Sendable, Hashable, CaseIterable {
        case total, zone, month, size, credit
    }

    /// The figures of the days from `since` to `until`, both included, in the order of the lines.
    public static func report(_ session: Session, since: Day, until: Day, by axis: Axis) throws -> [PipelineFigure] {
        let rows = try session.ask(refusedAs: HandoffRejection.self) { (connection) throws(PostgresError) in
            try connection.rows(
                """
                select line, grp, count, coalesce(round(investment), 0)::bigint
                from handoff.pipeline(\(since), \(until), \(axis)) order by grp collate "C"
                """,
                as: (PipelineLine, String, Int64, Money).self
            )
        }
        return PipelineLine.allCases.flatMap { line in
            rows.filter { $0.0 == line }.map {
                PipelineFigure(line: line, group: $0.1, count: Int($0.2), investment: $0.3)
            }
        }
    }
}

extension PipelineLine: PostgresText {}
extension PipelineStore.Axis: PostgresText {}
