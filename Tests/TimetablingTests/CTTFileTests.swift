import Testing
import Timetabling

struct CTTFileTests {
    private func fault(_ text: String) -> CTTFile.Fault? {
        do throws(CTTFile.Fault) {
            _ = try CTTFile.problem(text)
            return nil
        } catch {
            return error
        }
    }

    private func fault(_ old: String, _ new: String) -> CTTFile.Fault? {
        fault(Instances.evening.replacing(old, with: new))
    }

    @Test func `tabs, trailing blanks and carriage returns are read over`() throws {
        let plain = try CTTFile.problem(Instances.evening)
        #expect(plain.lectures == 9)
        #expect(plain.courses[0].unavailable == [8, 9])
        #expect(plain.rooms[1].capacity == 35)
        #expect(try CTTFile.problem(Instances.evening.replacing("\n", with: "\r\n")) == plain)
    }

    @Test func `a file that ends early is refused wherever it is cut`() throws {
        let lines = Instances.evening.split(separator: "\n", omittingEmptySubsequences: false)
        for count in 0..<lines.count - 1 {
            #expect(fault(lines[..<count].joined(separator: "\n")) != nil, "cut after \(count) lines")
        }
    }

    @Test func `a malformed line is named`() {
        #expect(fault("Rooms: 2", "Rooms: two")?.line == 3)
        #expect(fault("Policy T1 3 2 40", "Policy T1 3 2")?.line == 10)
        #expect(fault("Policy T1 3 2 40", "Policy T1 -3 2 40")?.line == 10)
        #expect(fault("Founders 3 Policy", "Founders 4 Policy")?.line == 20)
        #expect(fault("Policy 2 1", "Policy 3 1")?.line == 25)
        #expect(fault("Courses: 4", "Courses: 5")?.line == 15)
    }

    @Test func `a name that nothing has is refused with the name`() {
        #expect(fault("Staff 2 Loans", "Staff 2 Loons")?.reason == .unknown(what: "course", id: "Loons"))
        #expect(fault("Pitch 0 0", "Pith 0 0")?.reason == .unknown(what: "course", id: "Pith"))
    }

    @Test func `a file that contradicts itself is refused`() {
        #expect(fault("Law T1 1 1 20", "Loans T1 1 1 20") != nil)
        #expect(
            fault("Law T1 1 1 20", "Law T1 0 1 20")?.reason
                == .inconsistent(.outOfRange(what: "lectures of Law", value: 0, allowed: 1...100_000))
        )
        #expect(
            fault("Periods_per_day: 4", "Periods_per_day: 33")?.reason
                == .inconsistent(.outOfRange(what: "periods per day", value: 33, allowed: 1...32))
        )
    }
}
