import Zones

/// Whom a decision is about.
public struct Applicant: Sendable, Hashable {
    public let subject: FactSubject
    public let code: Code
    public let name: String
    /// Of a person: the organization.
    public let unit: Code?
    let personID: Int64?
    let organizationID: Int64?
    let entry: Entry

    /// What the registers of people and organizations say.
    struct Entry: Sendable, Hashable {
        var birthOn: Day?
        var sex: String?
        var registeredOn: Day?
        var kind: String?
    }
}

extension Applicant {
    /// The facts of the entry, with the table that each is from.
    var registered: [(fact: String, value: FactValue, source: String)] {
        var facts: [(fact: String, value: FactValue, source: String)] = []
        if let day = entry.registeredOn { facts.append(("registered_on", .day(day), "core.organization")) }
        if let kind = entry.kind { facts.append(("org_kind", .code(kind), "core.organization")) }
        if let day = entry.birthOn { facts.append(("birth_on", .day(day), "core.person")) }
        if let sex = entry.sex { facts.append(("sex", .code(sex), "core.person")) }
        return facts
    }
}
