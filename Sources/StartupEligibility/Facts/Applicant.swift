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
}
