import Zones

/// A course (课程) of a cohort: what its sessions are about.
public struct Course: Sendable, Hashable {
    /// The key that commands name it by; once in all zones.
    public let code: Code
    public let name: String
    /// The cohort that it is taught to.
    public let cohort: Code
    /// The zone that added it.
    public let zone: ZoneCode
    /// Sessions that are to be held or were held; cancelled ones do not count.
    public let sessions: Int
    /// The training hours (45 minutes) of these sessions.
    public let hours: Int
    /// What whoever teaches it must know; nil for nothing in particular.
    public let subject: String?
    /// What its rooms must have.
    public let features: [String]
}
