/// How the program ends. The numbers are those of sysexits where one fits.
public enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    /// A predicate said no (`eligibility check`, `rate check`).
    case no = 1
    /// Some lines were refused, the others done (`--keep-going`).
    case someRefused = 2
    /// Undecided: facts are missing.
    case undecided = 3
    case usage = 64
    case badData = 65
    case noInput = 66
    case unreachable = 69
    case bug = 70
    case cannotWrite = 73
    case temporary = 75
    case notPermitted = 77
    case badConfiguration = 78
    case interrupted = 130
}
