import Testing

@testable import AdminCLI

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("venue", "venue", 0), ("veune", "venue", 1), ("venu", "venue", 1), ("vanue", "venue", 1), ("a", "b", 1),
        ("", "ab", 2), ("cohort", "chorot", 2), ("样例", "例样", 1),
    ])
    func `exchanged neighbours, missing, extra and wrong letters count one each`(a: String, b: String, n: Int) {
        #expect(Suggestion.distance(a, b, limit: 5) == n)
        #expect(Suggestion.distance(b, a, limit: 5) == n)
    }

    @Test func `a distance above the limit is not told`() {
        #expect(Suggestion.distance("handoff", "venue", limit: 2) == nil)
    }

    @Test func `the nearest words come first and far ones not at all`() {
        let nouns = ["cohort", "course", "venue", "project"]
        #expect(Suggestion.nearest(to: "chorot", in: nouns) == ["cohort"])
        #expect(Suggestion.nearest(to: "venues", in: nouns) == ["venue"])
        #expect(Suggestion.nearest(to: "proj", in: nouns) == ["project"])
        #expect(Suggestion.nearest(to: "xyzzy", in: nouns) == [])
    }

    @Test func `verbs of other programs find ours`() {
        #expect(Suggestion.verb(meaning: "create", of: ["add", "list"]) == ["add"])
        #expect(Suggestion.verb(meaning: "delete", of: ["add", "withdraw"]) == ["withdraw"])
        #expect(Suggestion.verb(meaning: "lst", of: ["add", "list"]) == ["list"])
    }
}
