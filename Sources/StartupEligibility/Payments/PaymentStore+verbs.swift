import Postgres
import Store
import Zones

extension PaymentStore {
    /// Orders the next part of each claim as one batch, all or none; `retry` only of claims whose money came back.
    public static func order(_ claims: [Code], code: Code?, retry: Bool) -> Verb<PaymentBatch> {
        let codes = claims.map(\.text)
        return Verb(refusedAs: PaymentRejection.self) { request in
            "select eligibility.order_payments(\(request), \(code), \(codes), \(retry))"
        } decode: { columns in
            PaymentBatch(
                code: try Code(columns.column(0)),
                payments: try columns.integer(1),
                total: Money(fen: Int64(try columns.integer(2)))
            )
        }
    }

    /// Takes back a batch that was not sent. Answers the number of its payments.
    public static func cancel(_ batch: Code, reason: String) -> Verb<Int> {
        Verb(refusedAs: PaymentRejection.self) { request in
            "select eligibility.cancel_batch(\(request), \(batch), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try columns.integer(1)
        }
    }

    /// Puts an export on record, for which the accounts are then given out.
    static func allowExport(_ batch: Code) -> Verb<PaymentBatch> {
        Verb(refusedAs: PaymentRejection.self) { request in
            "select eligibility.export_batch(\(request), \(batch))"
        } decode: { columns in
            PaymentBatch(
                code: try Code(columns.column(0)),
                payments: try columns.integer(1),
                total: Money(fen: Int64(try columns.integer(2))),
                digest: try columns.column(3)
            )
        }
    }

    /// The lines of a batch for the bank; the export is logged and committed before an account is opened. The same batch
    /// gives the same lines again.
    ///
    /// - Throws: `PaymentRejection.exportNotLogged` within a transaction; `KeyFault`
    public static func export(_ session: Session, _ batch: Code, as request: Request) throws -> (
        batch: PaymentBatch, orders: [BankOrder]
    ) {
        let keys = try session.keyring()
        let head = try session.perform(allowExport(batch), as: request)
        let rows = try session.ask(refusedAs: PaymentRejection.self) { connection throws(PostgresError) in
            try connection.rows(
                """
                select payment, claim, holder, bank, bank_code, amount_fen, ref, sealed, wrapped
                from eligibility.batch_accounts(\(request.id))
                """,
                as: (Code, Code, String, String, String?, Money, UUID128, Bytes, Bytes?).self
            )
        }
        let orders = try rows.map { row in
            guard let wrapped = row.8 else { throw KeyFault.personKeyMissing }
            let number = try keys.dataKey(row.6, wrapped: wrapped).open(row.7, in: "eligibility.payee.number")
            return BankOrder(
                payment: row.0,
                claim: row.1,
                holder: row.2,
                account: try BankAccount(number),
                bank: row.3,
                bankCode: row.4,
                amount: row.5
            )
        }
        return (head, orders)
    }

    /// Takes a bank's answer. Answers how many payments were paid and returned by it; the same file again none.
    ///
    /// - Parameter partial: whether payments of the batch may be missing in it
    public static func importResult(_ batch: Code, file sha256: Bytes, _ results: [BankResult], partial: Bool) -> Verb<
        (paid: Int, returned: Int)
    > {
        let codes = results.map(\.payment.text)
        let amounts = results.map(\.amount)
        let holders = results.map(\.holder)
        let outcomes = results.map { $0.isPaid ? "paid" : "returned" }
        let reasons = results.map(\.reason)
        let references = results.map(\.reference)
        let days = results.map(\.on)
        return Verb(
            refusedAs: PaymentRejection.self,
            sealing: { request, keys in
                let accounts = results.map(\.account)
                let keys = accounts.contains { $0 != nil } ? try keys() : nil
                let indexes = accounts.map { account in
                    account.flatMap { account in keys.map { PayeeStore.index(account, $0) } }
                }
                return """
                    select eligibility.import_results(\(request), \(batch), \(sha256), \(partial), \(codes), \(amounts),
                        \(holders), \(indexes), \(outcomes), \(reasons), \(references), \(days))
                    """
            },
            decode: { columns throws(AnswerFault) in
                (try columns.integer(0), try columns.integer(1))
            }
        )
    }
}
