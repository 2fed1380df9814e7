import Postgres
import Zones

/// A person's numbers in clear, for whoever had a reason to see them; descriptions are masked.
public struct RevealedNumbers: Sendable, Hashable {
    public let code: Code
    public var idNumber: ResidentID?
    public var phone: PhoneNumber?
}

extension PersonStore {
    /// Shows a person's numbers: the look is logged and committed first, then the sealed numbers are given out and opened
    /// here with the zone's keys.
    ///
    /// - Throws: `PersonRejection.revealLimited`; `KeyFault`, before anything is logged where the key file is at fault;
    ///   `PersonRejection.revealNotLogged` within a transaction, which could take the log back.
    public static func reveal(_ code: Code, reason: String, _ session: Session, as request: Request) throws
        -> RevealedNumbers
    {
        let keys = try session.keyring()
        let found = try session.perform(allowReveal(code, reason: reason), as: request)
        let rows = try session.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
            try connection.rows(
                "select field, ref, sealed, wrapped from core.revealed_numbers(\(request.id))",
                as: (String, UUID128, Bytes, Bytes?).self
            )
        }
        var numbers = RevealedNumbers(code: found)
        for (field, ref, sealed, wrapped) in rows {
            guard let wrapped else { throw KeyFault.personKeyMissing }
            let key = try keys.dataKey(ref, wrapped: wrapped)
            switch field {
            case "id_number":
                let text = try key.open(sealed, in: "core.person_secret.id_number")
                numbers.idNumber = try ResidentID(stored: text)
            case "phone":
                let text = try key.open(sealed, in: "core.person_secret.phone")
                numbers.phone = try PhoneNumber(text)
            default: throw AnswerFault([field])
            }
        }
        return numbers
    }

    /// Logs a look at a person's numbers. Answers the code of the record that is meant.
    public static func allowReveal(_ code: Code, reason: String) -> Verb<Code> {
        Verb(refusedAs: PersonRejection.self) { request in
            "select core.reveal_person(\(request), \(code), \(reason))"
        } decode: { columns in
            try Code(columns.column(0))
        }
    }
}
