/// A five-character error code; its first two characters are its class.
public struct SQLState: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// What kind of error it is, by its first two characters.
    public var `class`: Class { Class(rawValue: String(rawValue.prefix(2))) ?? .other }
    public var description: String { rawValue }

    /// The classes of the PostgreSQL manual, appendix A, and `ZB`, our own rejections.
    public enum Class: String, Sendable, Hashable, CaseIterable {
        case success = "00"
        case warning = "01"
        case noData = "02"
        case statementNotYetComplete = "03"
        case connection = "08"
        case triggeredAction = "09"
        case featureNotSupported = "0A"
        case invalidTransactionInitiation = "0B"
        case locator = "0F"
        case invalidGrantor = "0L"
        case invalidRoleSpecification = "0P"
        case diagnostics = "0Z"
        case caseNotFound = "20"
        case cardinality = "21"
        case data = "22"
        case integrityConstraint = "23"
        case invalidCursorState = "24"
        case invalidTransactionState = "25"
        case invalidStatementName = "26"
        case triggeredDataChange = "27"
        case authorization = "28"
        case dependentPrivileges = "2B"
        case invalidTransactionTermination = "2D"
        case routine = "2F"
        case invalidCursorName = "34"
        case externalRoutine = "38"
        case externalRoutineInvocation = "39"
        case savepoint = "3B"
        case invalidCatalogName = "3D"
        case invalidSchemaName = "3F"
        case rollback = "40"
        case syntaxOrAccess = "42"
        case checkOption = "44"
        case insufficientResources = "53"
        case programLimit = "54"
        case objectState = "55"
        case operatorIntervention = "57"
        case system = "58"
        case snapshot = "72"
        case configurationFile = "F0"
        case foreignData = "HV"
        case procedural = "P0"
        case internalError = "XX"
        /// Our own: a rule, a role or a request refused.
        case zoneBridge = "ZB"
        /// A class that the manual does not list.
        case other = ""
    }
}
