import Postgres
import Store
import Zones

/// The courses of the cohorts that the active zone takes part in.
public enum CourseStore {
    /// Courses by code, of one cohort or of all.
    public static func list(_ session: Session, cohort: Code? = nil) throws -> [Course] {
        var statement: Statement = """
            select l.code, l.name, c.code, k.code, count(s.id), coalesce(sum(s.hours), 0), l.subject, l.features
            from schedule.course l
            join enrollment.cohort c on c.id = l.cohort_id
            join core.zone k on k.id = l.zone_id
            left join schedule.session s on s.course_id = l.id and s.cohort_id = l.cohort_id and s.state = 'scheduled'
            """
        if let cohort { statement = statement + " where c.code = \(cohort)" }
        return try session.connection.rows(
            statement + " group by l.id, c.code, k.code order by l.code",
            as: (Code, String, Code, ZoneCode, Int64, Int64, String?, [String]).self
        ).map {
            Course(
                code: $0.0,
                name: $0.1,
                cohort: $0.2,
                zone: $0.3,
                sessions: Int($0.4),
                hours: Int($0.5),
                subject: $0.6,
                features: $0.7
            )
        }
    }

    /// Adds a course to a cohort that the active zone hosts, under `code` or a new one. Answers its code.
    ///
    /// Refused with `SCH10` for a guest of the cohort, `SCH11` when the code is taken, `COR01` for an unknown cohort.
    /// - Parameters:
    ///   - subject: what whoever teaches it must know; nothing in particular if nil
    ///   - features: what its rooms must have
    ///   - lectures: how many a timetable is to place
    ///   - instructor: who gives them
    ///   - minimumDays: over how many days they are spread at least
    public static func add(
        code: Code?,
        name: String,
        cohort: Code,
        subject: String? = nil,
        features: [String] = [],
        lectures: Int = 0,
        instructor: Code? = nil,
        minimumDays: Int = 1
    ) -> Verb<String> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.add_course(\(request), \(code), \(cohort), \(name), \(subject), \(features), \(lectures),
                \(instructor), \(minimumDays))
            """
        } decode: {
            try $0.column(0)
        }
    }
}
