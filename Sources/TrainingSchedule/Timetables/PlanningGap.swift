/// What is missing for a timetable.
public enum PlanningGap: Sendable, Hashable {
    /// All lectures of all courses are planned, or none were asked for.
    case noLectures
    case noRooms
    case noDays
    /// Beyond what one timetable takes.
    case tooLarge(String)
    /// Slots of another form than `09:00-10:30,14:00-15:30`, or overlapping ones.
    case slots(String)
}
