import Postgres
import StartupEligibility
import Store
import Zones

/// Imports a list of facts part by part, each part in one transaction: a file that was stopped is imported again, and nothing
/// of it takes effect twice. Memory holds one part, and a few octets a fact to find rows that contradict each other.
final class FactImport {
    /// Rows of one transaction.
    private static let part = 1_000

    private let table: ImportTable
    private let list: FactList
    private let day: Day
    private let source: String
    private let session: Session
    private let request: Request
    private let digest: Bytes
    private(set) var report: FactReport
    private var pending: [(sheet: SheetRow, record: FactStore.ImportRow?)] = []
    private var said: [Int: (row: Int32, value: Int)] = [:]
    private var number = 0

    init(
        _ table: ImportTable,
        _ list: FactList,
        on day: Day,
        source: String,
        session: Session,
        request: Request,
        report: SheetReport
    ) throws {
        self.table = table
        self.list = list
        self.day = day
        self.source = source
        self.session = session
        self.request = request
        self.report = FactReport(report)
        digest = try table.digest()
    }

    /// Reads and imports all rows.
    func run(_ progress: (Int) -> Void) throws {
        try table.forEach { row in
            try self.take(row, nil)
            if row.number.isMultiple(of: 10_000) { progress(row.number) }
        } misfit: { row, fault in
            try self.take(row, fault)
        }
        try flush()
        try report.finish()
    }

    private func take(_ row: ImportRow, _ misfit: ImportFault?) throws {
        var sheet = SheetRow(row)
        var record: FactStore.ImportRow?
        if let misfit {
            sheet.refuse("_", misfit)
        } else if let read = list.row(&sheet, today: day) {
            record = fresh(read, &sheet)
        }
        pending.append((sheet, sheet.isFit ? record : nil))
        if pending.count >= Self.part { try flush() }
    }

    /// What the file has not said before; a row that says otherwise than an earlier one is refused.
    private func fresh(_ record: FactStore.ImportRow, _ sheet: inout SheetRow) -> FactStore.ImportRow {
        var statements: [FactStore.ImportRow.Statement] = []
        for statement in record.statements {
            var hasher = Hasher()
            hasher.combine(record.subject)
            hasher.combine(statement.fact)
            hasher.combine(statement.key)
            let place = hasher.finalize()
            let value = statement.hashValue
            guard let earlier = said[place] else {
                said[place] = (Int32(clamping: sheet.row.number), value)
                statements.append(statement)
                continue
            }
            if earlier.value != value {
                sheet.refuse(list.rawValue, SheetFault.contradicts(row: Int(earlier.row)))
                break
            }
        }
        return FactStore.ImportRow(subject: record.subject, name: record.name, statements: statements)
    }

    /// Imports the rows that wait, in one transaction unless one is open already.
    private func flush() throws {
        guard !pending.isEmpty else { return }
        let fit = pending.indices.filter { pending[$0].record != nil }
        var outcomes: [Int: FactStore.Imported] = [:]
        if !fit.isEmpty {
            number += 1
            let records = fit.compactMap { pending[$0].record }
            let verb = FactStore.import(file: digest, observedOn: day, source: source, records)
            let imported = try session.perform(verb, as: request.part(number))
            outcomes = Dictionary(uniqueKeysWithValues: zip(fit, imported))
        }
        for index in pending.indices { try report.add(pending[index].sheet, outcomes[index]) }
        pending.removeAll(keepingCapacity: true)
    }
}
