import StartupEligibility
import Testing

struct TernaryTests {
    @Test func `and, or and not follow Kleene's tables`() {
        let all: [Ternary] = [.no, .unknown, .yes]
        let and: [[Ternary]] = [[.no, .no, .no], [.no, .unknown, .unknown], [.no, .unknown, .yes]]
        let or: [[Ternary]] = [[.no, .unknown, .yes], [.unknown, .unknown, .yes], [.yes, .yes, .yes]]
        for (i, a) in all.enumerated() {
            for (j, b) in all.enumerated() {
                #expect((a && b) == and[i][j])
                #expect((a || b) == or[i][j])
                #expect(!(a && b) == (!a || !b))
            }
        }
        #expect(all.map { !$0 } == [.yes, .unknown, .no])
    }

    @Test func `a word names its answer`() {
        for answer in Ternary.allCases { #expect(Ternary(word: answer.word) == answer) }
        #expect(Ternary(word: "maybe") == nil)
    }
}
