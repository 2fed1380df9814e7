import Store

/// Whether somebody was at a session.
public enum AttendanceStatus: String, Sendable, Hashable, CaseIterable {
    case present
    /// Absent with leave.
    case excused
    case absent
}

extension AttendanceStatus: PostgresText {}
