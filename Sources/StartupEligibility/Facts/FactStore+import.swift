import Postgres
import Store
import Zones

extension FactStore {
    /// One row of a list that another office sent: whom it is about, and what it says.
    public struct ImportRow: Sendable {
        /// How the list names its subject.
        public enum Subject: Sendable, Hashable {
            case idNumber(ResidentID)
            case person(Code)
            /// An organization by credit code, code or name.
            case organization(String)
        }

        /// What makes a row of a list of facts the same one in the next file.
        public enum Key: Sendable, Hashable {
            case word(String)
            /// Somebody's number or name: kept as a blind index, never as it is.
            case personal(String)
        }

        public struct Statement: Sendable, Hashable {
            public let fact: String
            public let key: Key?
            public let value: String
            /// The employer that paid, by any of its names: decides whether a month was in the own organization.
            public let employer: String?

            public init(fact: String, key: Key? = nil, value: String, employer: String? = nil) {
                self.fact = fact
                self.key = key
                self.value = value
                self.employer = employer
            }
        }

        public let subject: Subject
        /// The person's name, to be compared with the record's.
        public let name: PersonName?
        public let statements: [Statement]

        public init(subject: Subject, name: PersonName?, statements: [Statement]) {
            self.subject = subject
            self.name = name
            self.statements = statements
        }
    }

    /// What became of one row.
    public enum Imported: Sendable, Hashable {
        case added(code: String)
        /// The source had said so before.
        case unchanged(code: String)
        /// The number belongs to this record under another name.
        case conflict(code: String)
        /// The active zone has no such person or organization.
        case unknown
    }

    /// A part of a list, as observed on a day. Answers an outcome a row.
    ///
    /// Refused as a whole with `ELG13` for a value that is none of its fact's, `ELG15` for a day to come.
    public static func `import`(file sha256: Bytes, observedOn day: Day, source: String, _ rows: [ImportRow])
        -> Verb<[Imported]>
    {
        let statements = rows.enumerated().flatMap { position, row in
            row.statements.map { (entry: Int64(position + 1), statement: $0) }
        }
        return Verb(
            refusedAs: EligibilityRejection.self,
            sealing: { request, keys in
                let names = try rows.map { try Names($0.subject, keys) }
                let rowKeys = try statements.map { try $0.statement.key?.stored(keys) }
                let own = names.contains { $0.index != nil } ? try keys().keyed(request) : request
                return """
                    select eligibility.import_facts(\(own), \(sha256), \(day), \(source), \(names.map(\.index)),
                        \(names.map(\.code)), \(names.map(\.unit)), \(rows.map { $0.name?.text }),
                        \(statements.map(\.entry)), \(statements.map(\.statement.fact)), \(rowKeys),
                        \(statements.map(\.statement.value)), \(statements.map(\.statement.employer)))
                    """
            },
            decode: { columns throws(AnswerFault) in
                var outcomes: [Imported] = []
                for position in columns.indices { outcomes.append(try imported(columns.column(position), columns)) }
                return outcomes
            }
        )
    }

    private static func imported(_ text: String, _ columns: [String?]) throws(AnswerFault) -> Imported {
        let code = String(text.drop { $0 != ":" }.dropFirst())
        switch text.prefix(while: { $0 != ":" }) {
        case "added": return .added(code: code)
        case "unchanged": return .unchanged(code: code)
        case "conflict": return .conflict(code: code)
        case "unknown": return .unknown
        default: throw AnswerFault(columns)
        }
    }

    /// A subject as the function takes it.
    private struct Names {
        var index: Bytes?
        var code: String?
        var unit: String?

        init(_ subject: ImportRow.Subject, _ keys: () throws -> Keyring) throws {
            switch subject {
            case .idNumber(let number): index = try keys().blindIndex(number.number, of: "resident_id")
            case .person(let code): self.code = code.text
            case .organization(let unit): self.unit = unit
            }
        }
    }
}

extension FactStore.ImportRow.Key {
    /// 16 hexadecimal digits stand for somebody: enough that two never meet in one list.
    fileprivate func stored(_ keys: () throws -> Keyring) throws -> String {
        switch self {
        case .word(let word): return word
        case .personal(let text):
            return "H-" + Bytes(Array(try keys().blindIndex(text, of: "fact_row").octets.prefix(8))).hexadecimal
        }
    }
}
