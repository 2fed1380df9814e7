import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// Quotas, pool and queue as anyone would keep them on paper.
private struct Paper {
    let capacity: Int
    let quotas: [Int]
    var seated: [(person: Int, zone: Int)] = []
    var queue: [(person: Int, zone: Int, number: Int)] = []
    var lastNumber = 0

    private func hasSeat(_ zone: Int) -> Bool {
        let taken = quotas.indices.map { zone in seated.count { $0.zone == zone } }
        if taken[zone] < quotas[zone] { return true }
        let beyond = quotas.indices.reduce(0) { $0 + max(taken[$1] - quotas[$1], 0) }
        return beyond < capacity - quotas.reduce(0, +)
    }

    mutating func come(_ person: Int, _ zone: Int) -> Int? {
        guard !hasSeat(zone) else {
            seated.append((person, zone))
            return nil
        }
        lastNumber += 1
        queue.append((person, zone, lastNumber))
        return lastNumber
    }

    mutating func go(_ person: Int) -> Int? {
        if let place = queue.firstIndex(where: { $0.person == person }) {
            queue.remove(at: place)
            return nil
        }
        seated.removeAll { $0.person == person }
        guard let place = queue.firstIndex(where: { hasSeat($0.zone) }) else { return nil }
        let next = queue.remove(at: place)
        seated.append((next.person, next.zone))
        return next.person
    }
}

@Suite(.database)
struct QuotaModelTests {
    @Test(arguments: [(4, [1, 2]), (3, [0, 1]), (3, [2, 1])])
    func `two hundred comings and goings of two zones agree with quotas kept on paper`(capacity: Int, quotas: [Int])
        throws
    {
        let scene = Scene()
        let cohort = try scene.cohort(.seats(capacity))
        let zones = ["INNO", "ETDZ"]
        for (zone, quota) in zip(zones, quotas) { try scene.quota(zone, quota, of: cohort) }
        let officers = try zones.map { try scene.officer($0) }
        var people: [Code] = []
        for index in 0..<12 { people.append(try scene.person(index, zones[index % 2], identified: false)) }
        var paper = Paper(capacity: capacity, quotas: quotas)
        var present: [Int: String] = [:]
        var state: UInt64 = 4_711 + UInt64(capacity)
        for _ in 0..<200 {
            // A linear congruential generator (Knuth's MMIX constants): the same comings and goings in every run.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let person = Int(state >> 33) % people.count
            let officer = officers[person % 2]
            if let code = present[person] {
                let promoted = try officer.perform(EnrollmentStore.withdraw(Code(code), reason: nil)).promoted
                #expect(promoted == paper.go(person).flatMap { present[$0] })
                present[person] = nil
            } else {
                let placed = try officer.perform(EnrollmentStore.add(cohort: cohort, person: people[person], code: nil))
                #expect(placed.queueNumber == paper.come(person, person % 2))
                present[person] = placed.code
            }
        }
        let waiting = try RosterStore.waitlist(officers[0], cohort)
        #expect(waiting.map(\.enrollment.text) == paper.queue.compactMap { present[$0.person] })
        let counts = [Int32(paper.seated.count), Int32(paper.queue.count)]
        #expect(try scene.counts(cohort) == (counts, counts))
    }
}
