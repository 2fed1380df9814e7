import Testing

@testable import AdminCLI

@Suite struct MessageTests {
    private let explanations = lineExplanations + grammarExplanations + valueExplanations

    @Test func `every code is explained once in both languages`() {
        #expect(Set(explanations.map(\.code)).count == explanations.count)
        for explanation in explanations {
            #expect(!explanation.text.zh.isEmpty && !explanation.text.en.isEmpty)
            #expect(!explanation.text.en.unicodeScalars.contains { $0.properties.isIdeographic })
        }
    }

    @Test func `words of the user are shortened and harmless in messages`() {
        let fault = GrammarFault.unknownNoun("\u{1B}[31m" + String(repeating: "x", count: 1_000), suggestions: [])
        #expect(!fault.en.unicodeScalars.contains("\u{1B}"))
        #expect(fault.en.count < 120)
    }
}
