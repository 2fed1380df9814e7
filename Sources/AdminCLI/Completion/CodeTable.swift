/// Which table's codes a field takes: the table is named as the field, the noun, or what this list says.
enum CodeTable {
    /// Fields that are called by what their thing does.
    private static let byField: [String: String] = [
        "a": "person", "application": "enrollment", "b": "person", "chief": "person", "completed": "program",
        "double": "measure", "duplicate": "person", "first": "session", "founder": "person", "into": "person",
        "item": "approval_item", "org": "organization", "other": "version", "present": "enrollment",
        "preview": "document", "second": "session", "subject": "person", "unit": "organization", "with": "policy",
        "to": "cohort", "after": "",
    ]

    /// Nil for a code of the user's own.
    static func name(of field: Field, command: Command?) -> String? {
        if field.name == "code" {
            guard field.isKey, let noun = command?.noun else { return nil }
            return byField[noun] ?? noun
        }
        if let table = byField[field.name] { return table.isEmpty ? nil : table }
        let name = String(field.name.map { $0 == "-" ? "_" : $0 })
        if case .list = field.type, name.hasSuffix("s") { return String(name.dropLast()) }
        return name
    }
}
