import Postgres
import Store
import TalentEnrollment
import Zones

/// Imports a sheet of applicants part by part, each part in one transaction: a file that was stopped is imported again, and
/// nothing of it takes effect twice. Memory holds one part, whatever the size of the file.
final class ApplicationImport {
    /// Rows of one transaction.
    static let part = 1_000

    static let columns = [
        Column("row", "行号", "row", .integer), Column("outcome", "结果", "outcome"),
        Column("code", "报名编号", "enrollment", .code), Column("column", "列", "column"),
        Column("error", "错误代码", "error"), Column("message", "说明", "message"),
    ]

    private let table: ImportTable
    private let cohort: Code
    private let session: Session
    private let units: [String: Code]
    private let digest: Bytes
    private let doubled: DoubledNumbers
    private let request: Request
    private(set) var report: ApplicationReport
    private var pending: [(sheet: SheetRow, applicant: ApplicationSheet.Applicant?)] = []
    private var number = 0

    init(_ table: ImportTable, cohort: Code, session: Session, request: Request, report: ApplicationReport) throws {
        self.table = table
        self.cohort = cohort
        self.session = session
        self.request = request
        self.report = report
        units = try OrganizationStore.codesByName(session)
        digest = try table.digest()
        doubled = try DoubledNumbers(table, today: session.today)
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
        var applicant: ApplicationSheet.Applicant?
        if let misfit {
            sheet.refuse("_", misfit)
        } else {
            applicant = ApplicationSheet.applicant(&sheet, today: session.today, units: units)
            if let other = doubled.other(of: row.number) {
                sheet.refuse(
                    "id_number",
                    SheetFault.doubled(firstRow: min(row.number, other), row: max(row.number, other))
                )
            }
        }
        pending.append((sheet, sheet.isFit ? applicant : nil))
        if pending.count >= Self.part { try flush() }
    }

    /// Imports the rows that wait, in one transaction unless one is open already.
    private func flush() throws {
        guard !pending.isEmpty else { return }
        let fit = pending.indices.filter { pending[$0].applicant != nil }
        var outcomes: [Int: ApplicationReport.Outcome] = [:]
        if !fit.isEmpty {
            let isOpen = session.connection.status == .inTransaction
            number += 2
            outcomes = try isOpen ? enter(fit) : session.transaction { _ in try enter(fit) }
        }
        for index in pending.indices { try report.add(pending[index].sheet, outcomes[index]) }
        pending.removeAll(keepingCapacity: true)
    }

    private func enter(_ fit: [Int]) throws -> [Int: ApplicationReport.Outcome] {
        var outcomes: [Int: ApplicationReport.Outcome] = [:]
        let applicants = Dictionary(uniqueKeysWithValues: fit.compactMap { i in pending[i].applicant.map { (i, $0) } })
        let people = fit.compactMap { index in
            applicants[index].map { (index: index, name: $0.name, details: $0.details) }
        }
        let unknown = people.filter { $0.details.idNumber == nil }
        let alike =
            try unknown.isEmpty
            ? [] : ApplicationStore.alike(session, to: unknown.map { ($0.name, $0.details) }, in: cohort)
        for (person, record) in zip(unknown, alike) {
            guard let record else { continue }
            outcomes[person.index] = record.enrollment.map { .unchanged($0.text) } ?? .alike(record.person.text)
        }
        let fresh = people.filter { outcomes[$0.index] == nil }
        guard !fresh.isEmpty else { return outcomes }
        let persons = try session.perform(
            PersonStore.import(file: digest, fresh.map { ($0.name, $0.details) }),
            as: request.part(number)
        )
        var rows: [(index: Int, row: ApplicationStore.ImportRow)] = []
        for (person, outcome) in zip(fresh, persons) {
            switch outcome {
            case .conflict(let code): outcomes[person.index] = .conflict(code)
            case .added(let code), .unchanged(let code):
                let applicant = applicants[person.index]
                rows.append(
                    (
                        person.index,
                        .init(person: try Code(code), award: applicant?.award, postLevel: applicant?.postLevel)
                    )
                )
            }
        }
        guard !rows.isEmpty else { return outcomes }
        let imported = try session.perform(
            ApplicationStore.import(cohort: cohort, file: digest, rows.map(\.row)),
            as: request.part(number + 1)
        )
        for (row, outcome) in zip(rows, imported) { outcomes[row.index] = .imported(outcome) }
        return outcomes
    }
}
