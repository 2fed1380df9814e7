import Postgres
import Zones

extension PersonStore {
    /// Adds a person under `code`, or under a new one. Answers the code.
    public static func add(code: Code?, name: PersonName, _ details: PersonDetails) -> Verb<String> {
        Verb(
            refusedAs: PersonRejection.self,
            sealing: { request, keys in
                let secrets = try PersonSecrets(details, keys)
                return """
                    select core.add_person(\(try keyed(request, details, keys)), \(code), \(name.text),
                        \(details.idNumber?.masked), \(details.birthOn), \(details.sex), \(details.phone?.masked),
                        \(details.unit), \(details.post), \(secrets?.indexKey), \(secrets?.index), \(secrets?.key.ref),
                        \(secrets?.key.wrapped), \(secrets?.idNumber), \(secrets?.phone))
                    """
            },
            decode: { columns throws(AnswerFault) in
                try columns.column(0)
            }
        )
    }

    /// Mends a record; the event keeps the reason and the names of the fields. Answers the code.
    public static func correct(_ code: Code, reason: String, _ details: PersonDetails) -> Verb<String> {
        Verb(
            refusedAs: PersonRejection.self,
            sealing: { request, keys in
                let secrets = try PersonSecrets(details, keys)
                return """
                    select core.correct_person(\(try keyed(request, details, keys)), \(code), \(reason), \(details.name?.text),
                        \(details.idNumber?.masked), \(details.birthOn), \(details.sex), \(details.phone?.masked),
                        \(details.unit), \(details.post), \(secrets?.indexKey), \(secrets?.index), \(secrets?.key.ref),
                        \(secrets?.key.wrapped), \(secrets?.idNumber), \(secrets?.phone))
                    """
            },
            decode: { columns throws(AnswerFault) in
                try columns.column(0)
            }
        )
    }

    /// Makes `duplicate` point to `kept`, which stays. Answers the code that stays.
    public static func merge(duplicate: Code, into kept: Code, reason: String) -> Verb<String> {
        Verb(refusedAs: CoreRejection.self) { request in
            "select core.merge_person(\(request), \(duplicate), \(kept), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(1)
        }
    }

    /// Imports the rows of one file. Answers an outcome a row.
    public static func `import`(file sha256: Bytes, _ rows: [(name: PersonName, details: PersonDetails)])
        -> Verb<[ImportOutcome]>
    {
        let details = rows.map(\.details)
        let names = rows.map(\.name.text)
        return Verb(
            refusedAs: PersonRejection.self,
            sealing: { request, keys in
                let secrets = try details.map { try PersonSecrets($0, keys) }
                return """
                    select core.import_people(\(request), \(sha256), \(names), \(details.map { $0.idNumber?.masked }),
                        \(details.map(\.birthOn)), \(details.map { $0.sex?.rawValue }), \(details.map { $0.phone?.masked }),
                        \(details.map { $0.unit?.text }), \(details.map(\.post)),
                        \(secrets.lazy.compactMap { $0?.indexKey }.first), \(secrets.map { $0?.index }),
                        \(secrets.map { $0?.key.ref }), \(secrets.map { $0?.key.wrapped }), \(secrets.map { $0?.idNumber }),
                        \(secrets.map { $0?.phone }))
                    """
            },
            decode: { columns throws(AnswerFault) in
                try ImportOutcome.decode(columns)
            }
        )
    }

    /// A line with numbers in it leaves a digest that only the keys' holder can compute.
    private static func keyed(_ request: Request, _ details: PersonDetails, _ keys: () throws -> Keyring) throws
        -> Request
    {
        details.hasSecrets ? try keys().keyed(request) : request
    }
}
