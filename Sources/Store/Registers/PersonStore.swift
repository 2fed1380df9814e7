import Postgres
import Zones

/// A person as a zone's register shows them: numbers masked.
public struct PersonRow: Sendable, Hashable {
    public let code: Code
    public let name: String
    public let idNumberMasked: String?
    public let birthOn: Day?
    public let sex: Sex?
    public let phoneMasked: String?
    public let unit: Code?
    public let post: String?
    /// The day on which everything personal was taken out; nil for a living record.
    public let erasedOn: Day?
}

/// The register of people of the active zone.
public enum PersonStore {
    private static let columns: Statement = """
        select p.code, p.name, p.id_number_masked, p.birth_on, p.sex, p.phone_masked, o.code, p.post,
            p.erased_on
        from core.person p left join core.organization o on (o.zone_id, o.id) = (p.zone_id, p.organization_id)
        """

    /// People by code, at most `limit`, after the code `after`; merged records are left out.
    public static func list(_ session: Session, after: Code? = nil, limit: Int = 1000) throws -> [PersonRow] {
        try rows(
            session,
            columns
                + " where p.merged_into is null and p.erased_on is null and p.code > \(after?.text ?? "") order by p.code limit \(limit)"
        )
    }

    /// One person; the code of a merged record shows the one that stays. Nil when the active zone has none of that code.
    public static func show(_ session: Session, _ code: Code) throws -> PersonRow? {
        try rows(
            session,
            columns + """
                 where p.id = (select coalesce(f.merged_into, f.id) from core.person f where f.code = \(code))
                """
        ).first
    }

    /// People whose name begins with `name`.
    public static func find(_ session: Session, name: PersonName) throws -> [PersonRow] {
        try rows(
            session,
            columns
                + " where p.merged_into is null and p.erased_on is null and p.name ^@ \(name.text) order by p.name, p.code limit 100"
        )
    }

    /// The person with an id number in the active zone; other zones' records stay unsaid.
    public static func find(_ session: Session, idNumber: ResidentID) throws -> PersonRow? {
        guard
            let code = try session.connection.value(
                "select core.find_person(\(PersonSecrets.index(idNumber, session.keyring())))",
                as: Code?.self
            ) ?? nil
        else { return nil }
        return try show(session, code)
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [PersonRow] {
        try session.connection.rows(
            statement,
            as: (Code, String, String?, Day?, Sex?, String?, Code?, String?, Day?).self
        ).map {
            PersonRow(
                code: $0.0,
                name: $0.1,
                idNumberMasked: $0.2,
                birthOn: $0.3,
                sex: $0.4,
                phoneMasked: $0.5,
                unit: $0.6,
                post: $0.7,
                erasedOn: $0.8
            )
        }
    }
}
