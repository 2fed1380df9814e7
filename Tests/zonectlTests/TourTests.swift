import Foundation
import StoreTesting
import Testing

/// The tour is the program's acceptance test: it is played by the real binary.
@Suite(.newDatabase)
struct TourTests {
    private func play(_ arguments: [String] = []) throws -> Zonectl.Answer {
        let zonectl = Zonectl(database: TestDatabase.current, options: [])
        return try zonectl.run(arguments + ["run", "--echo", "deploy/sample/tour.zctl"])
    }

    @Test func `the tour plays to its end`() throws {
        let answer = try play()
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.errors == "")
        #expect(answer.text.contains("E-3\twaitlisted\t1"))
        #expect(answer.text.contains("[SCH01]"))
    }
}
