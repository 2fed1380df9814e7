import Postgres
import Zones

/// Five years of two zones' work as session files, in the product's own words: 2020 to 2024, month by month.
struct CommandWorld {
    let people: Int
    let cohorts: Int
    let projects: Int
    private static let months = 60

    /// Themes in the order in which they build on each other.
    var files: [(theme: String, text: String)] {
        [
            ("registers", registers), ("organizations", organizations), ("people", register), ("cohorts", classes),
            ("enrollments", enrollments), ("sessions", sessions), ("projects", research), ("handoffs", handoffs),
        ]
    }

    private var registers: String {
        var text = "use --clock 2020-01-02T09:00\n"
        text += "program add --code LIJIAN --name-zh 砺剑班 --name-en 'Sharp Sword' --audience promotion-staff\n"
        text += "program add --code YEKETANG --name-zh 人才夜课堂 --name-en Evening --audience founders\n"
        for number in 1...20 {
            text += "venue add --code V-\(number) --name 样例教室 --capacity 60 --share ETDZ\n"
            text += "instructor add --code T-\(number) --name \(SampleIdentities.personName(number)) --share ETDZ\n"
        }
        return text
    }

    private var organizations: String {
        monthly(1_000) { number in
            let name = SampleIdentities.companyName(number)
            return "org add --code O-\(number) --name \(name) --kind company"
                + " --credit-code \(SampleIdentities.creditCode(number))\n"
        }
    }

    private var register: String {
        monthly(people) { number in
            "person add --code P-\(number) --name \(SampleIdentities.personName(number))"
                + " --id-number \(SampleIdentities.residentID(number).number)"
                + " --phone \(SampleIdentities.phoneNumber(number).number)\n"
        }
    }

    private var classes: String {
        monthly(cohorts) { number in
            let month = Self.month(of: number, cohorts)
            return "cohort add --code K-\(number) --program LIJIAN --number \(number) --capacity 60"
                + " --starts-on \(Self.day(month, 10)) --ends-on \(Self.day(month, 28)) --guests ETDZ\n"
                + "course add --code C-\(number) --cohort K-\(number) --name 招商实务\n"
        }
    }

    /// Everybody is in one cohort of the month in which they were registered, or a later one.
    private var enrollments: String {
        monthly(people) { number in
            let month = Self.month(of: number, people)
            var cohort = (number - 1) * cohorts / people + 1
            while cohort < cohorts, Self.month(of: cohort, cohorts) < month { cohort += 1 }
            return "enrollment add --code E-\(number) --cohort K-\(cohort) --person P-\(number)\n"
        }
    }

    private var sessions: String {
        monthly(cohorts * 2) { number in
            let cohort = (number + 1) / 2
            let day = Self.day(Self.month(of: cohort, cohorts), number.isMultiple(of: 2) ? 17 : 16)
            return "session add --code S-\(number) --course C-\(cohort) --venue V-\(cohort % 20 + 1)"
                + " --instructor T-\(cohort % 20 + 1) --starts \(day)T19:00 --ends \(day)T21:00\n"
        }
    }

    private var research: String {
        monthly(projects) { number in
            "project add --code X-\(number) --name 样例项目 --industry 智能装备 --founder P-\(number)\n"
        }
    }

    /// Every third project goes to the other zone.
    private var handoffs: String {
        monthly(projects / 3) { number in
            "handoff offer --code H-\(number) --project X-\(number * 3) --to ETDZ --reason 产业化落地 --tax 60\n"
        }
    }

    /// So many lines, spread evenly over the months; each month's clock stands on its fifth day.
    private func monthly(_ count: Int, _ line: (Int) -> String) -> String {
        var text = ""
        var last = -1
        for number in stride(from: 1, through: count, by: 1) {
            let month = Self.month(of: number, count)
            if month != last { text += "use --clock \(Self.day(month, 5))T09:00\n" }
            last = month
            text += line(number)
        }
        return text
    }

    private static func month(of number: Int, _ count: Int) -> Int { (number - 1) * months / max(count, 1) }

    private static func day(_ month: Int, _ day: Int) -> String {
        let (year, month) = (2020 + month / 12, month % 12 + 1)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// What the database really holds.
    static func report(_ database: BenchDatabase, to bench: Bench) throws {
        let counts = try database.connection().row(
            """
            select (select count(*) from core.person), (select count(*) from enrollment.cohort),
                (select count(*) from handoff.project), (select count(*) from core.event),
                (select extract(year from max(at)) - extract(year from min(at)) from core.event)::bigint + 1
            """,
            as: (Int, Int, Int, Int, Int).self
        )
        guard let (people, cohorts, projects, events, years) = counts else { return }
        let found = "\(people) people, \(cohorts) cohorts, \(projects) projects, \(events) events of \(years) years"
        bench.report.note("on \(found)")
        bench.demand(
            "the data that was asked for is there",
            people >= bench["people"] && cohorts >= bench["cohorts"] && projects >= bench["projects"]
        )
    }
}
