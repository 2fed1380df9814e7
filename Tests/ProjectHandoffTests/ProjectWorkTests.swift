import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

/// Stages, the board, squads, evaluation, ranking, commitments, and the pipeline report.
@Suite(.database)
struct ProjectWorkTests {
    private func day(_ text: String) throws -> Day { try Day(iso: text) }

    @Test func `stages go forward on days that go forward`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO", at: "2024-12-02T09:00")
        try inno.perform(ProjectStore.enter(Code("construction"), scene.project, on: day("2024-11-01")))
        #expect(
            try refusal { try inno.perform(ProjectStore.enter(Code("signed"), scene.project, on: nil)) }?.code
                == "HND21"
        )
        #expect(
            try refusal {
                try inno.perform(ProjectStore.enter(Code("completed"), scene.project, on: day("2024-10-31")))
            }?.code == "HND22"
        )
        #expect(
            try refusal {
                try inno.perform(ProjectStore.enter(Code("completed"), scene.project, on: day("2024-12-03")))
            }?.code == "HND22"
        )
        #expect(
            try refusal { try inno.perform(ProjectStore.enter(Code("moon"), scene.project, on: nil)) }?.code == "HND11"
        )
    }

    @Test func `of thirty projects the three that were silent are red and come first`() throws {
        let scene = try HandoffScene("P00")
        let inno = try scene.coordinator("INNO")
        for number in 1..<30 {
            let code = try Code(number < 10 ? "P0\(number)" : "P\(number)")
            try inno.perform(ProjectStore.add(code: code, .init(name: "样例", industry: "装备", stage: Code("talks"))))
        }
        let later = try scene.coordinator("INNO", at: "2024-12-02T09:00")
        for number in 3..<30 {
            try later.perform(ProjectStore.progress(Code(number < 10 ? "P0\(number)" : "P\(number)"), note: "推进"))
        }
        let rows = try BoardStore.rows(later)
        #expect(rows.count == 30)
        #expect(rows.prefix(3).allSatisfy { $0.colour == .red && $0.daysSilent == 42 })
        #expect(rows.dropFirst(3).allSatisfy { $0.colour == .green })
        let draft = try ObligationStore.Draft(part: Code("whole"), what: "能评", dueOn: day("2024-12-05"))
        try later.perform(ObligationStore.add(Code("P10"), draft, code: nil))
        #expect(try BoardStore.rows(later)[3].project.text == "P10")
        #expect(try BoardStore.rows(later)[3].colour == .amber)
        #expect(try BoardStore.rows(scene.coordinator("ETDZ")) == [])
    }

    @Test func `a stand-in has the role until a day, and two members exchange theirs`() throws {
        let scene = try HandoffScene()
        try scene.squad("INNO")
        let inno = try scene.coordinator("INNO", at: "2024-10-25T09:00")
        try inno.perform(PersonStore.add(code: Code("X"), name: PersonName("样例"), PersonDetails()))
        try inno.perform(SquadStore.swap(scene.project, .a, to: Code("X"), until: day("2024-10-30")))
        func squad(_ day: String) throws -> [String] {
            try SquadStore.members(inno, project: scene.project)
                .filter { try $0.from <= self.day(day) && self.day(day) <= ($0.until ?? .last) }.map(\.person.text)
        }
        #expect(try squad("2024-10-30") == ["INNO-M1", "INNO-M3", "X"])
        #expect(try squad("2024-10-31") == ["INNO-M1", "INNO-M3", "INNO-M2"])
        try inno.perform(SquadStore.swap(scene.project, .chief, to: Code("INNO-M3"), until: nil))
        let roles = try SquadStore.members(inno, project: scene.project)
            .filter { try $0.from == day("2024-10-25") && $0.until == nil }.map {
                "\($0.role.rawValue) \($0.person.text)"
            }
        #expect(roles == ["chief INNO-M3", "b INNO-M1"])
        #expect(
            try refusal { try inno.perform(SquadStore.swap(scene.project, .b, to: Code("INNO-M1"), until: nil)) }?.code
                == "HND25"
        )
        #expect(
            try SquadStore.load(inno, on: day("2024-10-26")).map { "\($0.person) \($0.seats)" } == [
                "INNO-M1 1", "INNO-M3 1", "X 1",
            ]
        )
    }

    @Test func `wishes of both sides are matched so that no pair would rather have each other`() throws {
        var matching = SquadMatching()
        let people = try (0..<9).map { try Code("M\($0)") }
        let projects = try (0..<4).map { try Code("P\($0)") }
        var random = SystemRandomNumberGenerator()
        var wanted: [[Int]] = []
        var liked: [[Int]] = []
        for person in people.indices {
            wanted.append(Array(projects.indices).shuffled(using: &random))
            for (rank, project) in wanted[person].enumerated() {
                matching.add(people[person], projects[project], by: .person, rank: rank + 1)
            }
        }
        for project in projects.indices {
            liked.append(Array(people.indices).shuffled(using: &random))
            for (rank, person) in liked[project].enumerated() {
                matching.add(people[person], projects[project], by: .project, rank: rank + 1)
            }
        }
        let matches = matching.matches(seats: 2)
        #expect(matches.count == 8 && Set(matches.map(\.person)).count == 8)
        for person in people.indices {
            let mine = matches.first { $0.person == people[person] }.flatMap { match in
                projects.firstIndex(of: match.project)
            }
            for project in wanted[person].prefix(while: { $0 != mine }) {
                let members = matches.filter { $0.project == projects[project] }.compactMap {
                    people.firstIndex(of: $0.person)
                }
                let worst = members.compactMap { liked[project].firstIndex(of: $0) }.max() ?? 0
                let me = try #require(liked[project].firstIndex(of: person))
                #expect(members.count == 2 && worst < me, "\(person) and \(project) would rather have each other")
            }
        }
    }

    @Test func `two people score, a veto takes all points, and the evaluation goes with the project`() throws {
        let scene = try HandoffScene()
        func values(_ banned: Int32) throws -> [(criterion: Code, value: Int32)] {
            try [("output", 450), ("tax", 25), ("energy", 10), ("technology", 8), ("safety", 85), ("banned", banned)]
                .map { (try Code($0.0), Int32($0.1)) }
        }
        let inno = try scene.coordinator("INNO")
        let first = try inno.perform(EvaluationStore.score(scene.project, rubric: Code("QUALITY"), values(0)))
        #expect(first.points == 20 + 16 + 8 + 20 + 15 && !first.isComplete)
        #expect(
            try refusal { try inno.perform(EvaluationStore.score(scene.project, rubric: Code("QUALITY"), values(0))) }
                == .scoredTwice
        )
        let short = try refusal {
            try inno.perform(EvaluationStore.score(scene.project, rubric: Code("QUALITY"), Array(values(0).dropLast())))
        }
        #expect(short == .scoreIncomplete(project: "SENSOR", criteria: "banned"))
        let tester = try scene.database.session(as: "tester", zone: "INNO", at: Instant(iso: HandoffScene.offering))
        #expect(try tester.perform(EvaluationStore.score(scene.project, rubric: Code("QUALITY"), values(1))).isComplete)
        try scene.readyOffer()
        let etdz = try scene.coordinator("ETDZ")
        #expect(try EvaluationStore.evaluations(etdz, project: scene.project) == [])
        try etdz.perform(HandoffStore.accept(Code("H1")))
        let seen = try EvaluationStore.evaluations(etdz, project: scene.project)
        #expect(seen.map(\.isComplete) == [true] && seen.map(\.hundredths) == [0] && seen.first?.scores.count == 12)
    }

    @Test func `giving a project away costs no points: the month before stays, the month after is shared`() throws {
        let scene = try HandoffScene()
        let inno = try scene.coordinator("INNO")
        try inno.perform(ProjectStore.enter(Code("signed"), scene.project, on: nil))
        let office = try scene.jointOffice(at: "2024-12-02T09:00")
        try scene.offer(credit: CreditSplit(sender: Rate(percent: "60")))
        try scene.squad("ETDZ")
        let etdz = try scene.coordinator("ETDZ", at: "2024-10-24T09:00")
        try etdz.perform(HandoffStore.accept(Code("H1")))
        etdz.clock = .fixed(try Instant(iso: "2024-11-20T09:00"))
        try etdz.perform(ProjectStore.enter(Code("construction"), scene.project, on: nil))
        #expect(try refusal { try office.perform(RankingStore.freeze(day("2024-12-01"), .zone)) }?.code == "HND38")
        for month in ["2024-10-01", "2024-11-01"] { try office.perform(RankingStore.freeze(day(month), .zone)) }
        #expect(try refusal { try office.perform(RankingStore.freeze(day("2024-10-01"), .zone)) }?.code == "HND44")
        func places(_ month: String) throws -> [String] {
            let table = try RankingStore.table(etdz, month: day(month), .zone)
            #expect(table.isIntact)
            return table.places.map { "\($0.rank) \($0.subject) \($0.points) n=\($0.projects)" }
        }
        #expect(try places("2024-10-01") == ["1 INNO 1000 n=1"])
        #expect(try places("2024-11-01") == ["1 INNO 900 n=1", "2 ETDZ 600 n=1"])
        try scene.database.connection().execute("update handoff.ranking_line set points = points + 1")
        #expect(try !RankingStore.table(etdz, month: day("2024-10-01"), .zone).isIntact)
    }

    @Test func `equal points share a place, and the next place counts them`() throws {
        let line = { (subject: String, points: Int) throws in
            RankingTable.Line(
                subject: subject,
                project: try Code("P"),
                rule: try Code("r"),
                on: .last,
                share: 10_000,
                points: points,
                cap: 90
            )
        }
        let table = RankingTable(lines: try [line("A", 100), line("B", 90), line("C", 10)], digest: "")
        #expect(
            table.places.map { "\($0.rank)\($0.isTie ? "=" : "") \($0.subject) \($0.points)" } == [
                "1= A 90", "1= B 90", "3 C 10",
            ]
        )
    }

    @Test func `credit first, then the commitment, then its items; a breach bans the firm`() throws {
        let scene = try HandoffScene("OTHER")
        let inno = try scene.coordinator("INNO")
        try inno.perform(
            OrganizationStore.add(
                code: Code("O1"),
                OrganizationDetails(),
                name: OrganizationName("样例有限公司"),
                kind: .company
            )
        )
        for code in ["C1", "C2"] {
            try inno.perform(
                ProjectStore.add(
                    code: Code(code),
                    .init(name: "样例", industry: "装备", stage: Code("signed"), organization: Code("O1"))
                )
            )
        }
        func assess(_ code: String, _ points: [Int32]) throws -> String {
            let words = ["tax", "court", "safety", "environment", "project"]
            return try inno.perform(
                CommitmentStore.assess(Code(code), zip(words, points).map { (try Code($0), $1) })
            ).level
        }
        #expect(
            try refusal { try inno.perform(CommitmentStore.add(Code("C1"), startsOn: nil, code: Code("K1"))) }?.code
                == "HND41"
        )
        #expect(try assess("C1", [10, 10, 10, 15, 15]) == "C")
        #expect(
            try refusal { try inno.perform(CommitmentStore.add(Code("C1"), startsOn: nil, code: Code("K1"))) }?.code
                == "HND41"
        )
        #expect(try refusal { _ = try assess("C1", [26, 25, 20, 15, 15]) }?.code == "HND39")
        #expect(try assess("C1", [25, 25, 20, 10, 10]) == "A")
        #expect(try assess("C2", [25, 25, 20, 10, 10]) == "A")
        let signed = try inno.perform(CommitmentStore.add(Code("C1"), startsOn: nil, code: Code("K1")))
        #expect(signed.daysSaved > 100)
        #expect(
            try refusal { try inno.perform(CommitmentStore.inspect(Code("K1"), item: Code("filing"), .late, on: nil)) }?
                .code == "HND43"
        )
        try inno.perform(CommitmentStore.inspect(Code("K1"), item: Code("filing"), .kept, on: nil))
        let later = try scene.coordinator("INNO", at: "2025-01-06T09:00")
        try later.perform(CommitmentStore.inspect(Code("K1"), item: Code("land"), .breached, on: nil))
        #expect(
            try refusal { try later.perform(CommitmentStore.add(Code("C2"), startsOn: nil, code: nil)) }
                == .banned(project: "C2", until: "2026-01-05")
        )
        try later.perform(CommitmentStore.inspect(Code("K1"), item: Code("land"), .cured, on: nil))
        let board = try CommitmentStore.board(later, on: day("2025-01-06"))
        #expect(board.map { "\($0.items) \($0.kept) \($0.breached)" } == ["10 2 0"])
        var hazardous = ProjectStore.Correction()
        hazardous.kind = try Code("hazardous")
        try inno.perform(ProjectStore.correct(Code("C2"), hazardous, reason: "试"))
        #expect(
            try refusal { try inno.perform(CommitmentStore.add(Code("C2"), startsOn: nil, code: nil)) }?.code == "HND40"
        )
    }
}
