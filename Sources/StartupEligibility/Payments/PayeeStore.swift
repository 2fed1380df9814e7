import Postgres
import Store
import Zones

/// An account as lists show it.
public struct Payee: Sendable, Hashable {
    public let subject: Code
    public let holder: String
    public let bank: String
    public let bankCode: String?
    public let masked: String
    public let setOn: Day
    public let replacedOn: Day?
}

/// The accounts to which the active zone pays.
public enum PayeeStore {
    /// The blind index of an account, by which files are compared with the register.
    public static func index(_ account: BankAccount, _ keys: Keyring) -> Bytes {
        keys.blindIndex(account.number, of: "bank_account")
    }

    /// Sets the account of a person or an organization, in place of the one before. Answers the code and the masked number.
    public static func set(_ subject: Code, _ account: BankAccount, bank: String, code: BankCode?) -> Verb<
        (subject: String, masked: String)
    > {
        Verb(
            refusedAs: PaymentRejection.self,
            sealing: { request, keys in
                let keys = try keys()
                let key = try keys.makeDataKey()
                let sealed = try key.seal(account.number, in: "eligibility.payee.number")
                // The line holds the number: only the keys' holder can compute its digest.
                return """
                    select eligibility.set_payee(\(keys.keyed(request)), \(subject), \(bank), \(code?.text), \(account.masked),
                        \(keys.indexID.bytes), \(index(account, keys)), \(key.ref), \(key.wrapped), \(sealed))
                    """
            },
            decode: { columns throws(AnswerFault) in
                (try columns.column(0), try columns.column(1))
            }
        )
    }

    /// Accounts by subject, those that were replaced too, masked.
    public static func list(_ session: Session, subject: Code?) throws -> [Payee] {
        try session.connection.rows(
            """
            select coalesce(n.code, o.code), coalesce(n.name, o.name), p.bank, p.bank_code, p.masked, p.set_on, p.replaced_on
            from eligibility.payee p left join core.person n on (n.zone_id, n.id) = (p.zone_id, p.person_id)
            left join core.organization o on (o.zone_id, o.id) = (p.zone_id, p.organization_id)
            where \(subject)::text is null or coalesce(n.code, o.code) = \(subject) order by 1, p.id
            """,
            as: (Code, String, String, String?, String, Day, Day?).self
        ).map {
            Payee(
                subject: $0.0,
                holder: $0.1,
                bank: $0.2,
                bankCode: $0.3,
                masked: $0.4,
                setOn: $0.5,
                replacedOn: $0.6
            )
        }
    }

    /// Shows an account number: the look is logged and committed first.
    ///
    /// - Throws: `PersonRejection.revealLimited`, `.revealNotLogged` within a transaction; `KeyFault`
    public static func reveal(_ subject: Code, reason: String, _ session: Session, as request: Request) throws
        -> BankAccount
    {
        let keys = try session.keyring()
        try session.perform(allowReveal(subject, reason: reason), as: request)
        let row = try session.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
            try connection.row(
                "select ref, sealed, wrapped from eligibility.revealed_account(\(request.id))",
                as: (UUID128, Bytes, Bytes?).self
            )
        }
        guard let row, let wrapped = row.2 else { throw KeyFault.personKeyMissing }
        let number = try keys.dataKey(row.0, wrapped: wrapped).open(row.1, in: "eligibility.payee.number")
        return try BankAccount(number)
    }

    static func allowReveal(_ subject: Code, reason: String) -> Verb<String> {
        Verb(refusedAs: PersonRejection.self) { request in
            "select eligibility.reveal_payee(\(request), \(subject), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
