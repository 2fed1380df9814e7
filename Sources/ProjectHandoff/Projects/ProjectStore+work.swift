import Postgres
import Store
import Zones

extension ProjectStore {
    /// Notes what happened in a project; its silence ends. Answers the project. Refused with `HND04`.
    public static func progress(_ project: Code, note: String) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.record_progress(\(request), \(project), \(note))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// A stage that a project has come to.
    public struct Entered: Sendable, Hashable {
        public let project: String
        public let stage: String
        public let on: String
    }

    /// Takes a project to a later stage. Refused with `HND04`, `HND11`, `HND21` backwards, `HND22` for a day before the
    /// last stage's or in the future.
    public static func enter(_ stage: Code, _ project: Code, on day: Day?) -> Verb<Entered> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.enter_stage(\(request), \(project), \(stage), \(day))"
        } decode: { columns throws(AnswerFault) in
            Entered(project: try columns.column(0), stage: try columns.column(1), on: try columns.column(2))
        }
    }

    /// Gives a project a part that can change hands by itself. Answers the project. Refused with `HND04`, `HND09`.
    public static func addPart(_ part: Code, of project: Code) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.add_part(\(request), \(project), \(part))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// What is to be corrected; nil stays as it is.
    public struct Correction: Sendable, Hashable {
        public var name: String?
        public var industry: String?
        public var kind: Code?
        public var investment: Investment?
        public var energy: Int32?
        public var isKey: Bool?
        /// The present stage, and the day on which it began.
        public var stage: Code?
        public var stageOn: Day?

        public init() {}
    }

    /// Corrects what was entered about a project; the event keeps both. Answers the project.
    ///
    /// Refused with `HND04`, `HND20`, and of the stage with `HND11`, `HND21`, `HND22`, `HND48` once credit is shared from it.
    public static func correct(_ project: Code, _ correction: Correction, reason: String) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.correct_project(\(request), \(project), \(correction.name), \(correction.industry),
                \(correction.kind), \(correction.investment?.currency), \(correction.investment?.amount),
                \(correction.energy), \(correction.isKey), \(correction.stage), \(correction.stageOn), \(reason))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// One row of an imported file of projects.
    public struct ImportRow: Sendable, Hashable {
        public let code: Code
        public let name: String
        public let industry: String
        public let stage: Code
        /// The day on which it came to its stage.
        public let on: Day
        public let kind: Code
        public let investment: Investment?
        public let energy: Int32?
        public let isKey: Bool

        public init(
            code: Code,
            name: String,
            industry: String,
            stage: Code,
            on: Day,
            kind: Code,
            investment: Investment?,
            energy: Int32?,
            isKey: Bool
        ) {
            self.code = code
            self.name = name
            self.industry = industry
            self.stage = stage
            self.on = on
            self.kind = kind
            self.investment = investment
            self.energy = energy
            self.isKey = isKey
        }
    }

    /// Imports a file of projects, an outcome a row. Refused as a whole with `HND11`, `HND20`, `HND22`.
    public static func `import`(file sha256: Bytes, _ rows: [ImportRow]) -> Verb<[ImportOutcome]> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.import_projects(\(request), \(sha256), \(rows.map(\.code)), \(rows.map(\.name)),
                \(rows.map(\.industry)), \(rows.map(\.stage)), \(rows.map(\.on)), \(rows.map(\.kind)),
                \(rows.map { $0.investment?.currency }), \(rows.map { $0.investment?.amount }), \(rows.map(\.energy)),
                \(rows.map(\.isKey)))
            """
        } decode: { columns in
            try ImportOutcome.decode(columns)
        }
    }
}
