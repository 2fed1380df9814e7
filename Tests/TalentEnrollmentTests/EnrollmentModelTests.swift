import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// Seats and queue as anyone would keep them on paper: a list of people in seats and a list of people who wait.
private struct Paper {
    let capacity: Int
    var seated: [Int] = []
    var queue: [(person: Int, number: Int)] = []
    var lastNumber = 0

    mutating func come(_ person: Int) -> Int? {
        if queue.isEmpty, seated.count < capacity {
            seated.append(person)
            return nil
        }
        lastNumber += 1
        queue.append((person, lastNumber))
        return lastNumber
    }

    mutating func go(_ person: Int) -> Int? {
        if let place = queue.firstIndex(where: { $0.person == person }) {
            queue.remove(at: place)
            return nil
        }
        seated.removeAll { $0 == person }
        guard !queue.isEmpty else { return nil }
        let next = queue.removeFirst().person
        seated.append(next)
        return next
    }
}

@Suite(.database)
struct EnrollmentModelTests {
    @Test(arguments: [0, 1, 4])
    func `four hundred random comings and goings agree with seats kept on paper`(capacity: Int) throws {
        let scene = Scene()
        let cohort = try scene.cohort(.seats(capacity))
        let officer = try scene.officer("INNO")
        var people: [Code] = []
        for index in 0..<12 { people.append(try scene.person(index, identified: false)) }
        var paper = Paper(capacity: capacity)
        var present: [Int: String] = [:]
        var state: UInt64 = 20_240_903 + UInt64(capacity)
        for _ in 0..<400 {
            // A linear congruential generator (Knuth's MMIX constants): the same comings and goings in every run.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let person = Int(state >> 33) % people.count
            if let code = present[person] {
                let promoted = try officer.perform(EnrollmentStore.withdraw(Code(code), reason: nil)).promoted
                #expect(promoted == paper.go(person).flatMap { present[$0] })
                present[person] = nil
            } else {
                let placed = try officer.perform(EnrollmentStore.add(cohort: cohort, person: people[person], code: nil))
                #expect(placed.queueNumber == paper.come(person))
                present[person] = placed.code
            }
        }
        let waiting = try RosterStore.waitlist(officer, cohort)
        #expect(waiting.map(\.enrollment.text) == paper.queue.compactMap { present[$0.person] })
        let counts = [Int32(paper.seated.count), Int32(paper.queue.count)]
        #expect(try scene.counts(cohort) == (counts, counts))
    }
}
