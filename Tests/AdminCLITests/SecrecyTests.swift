import Testing

@testable import AdminCLI

struct SecrecyTests {
    @Test func `every field that holds something of a person's is secret, by its type or its name`() {
        for command in Registry.all.commands {
            for field in command.fields {
                let mustBe =
                    ["resident-id", "phone", "name", "prose"].contains(field.type.name) || field.name == "reason"
                    || field.name.contains("account") || field.name == "verification"
                if mustBe { #expect(field.isSecret, "\(command.name) \(field.label)") }
            }
        }
    }

    @Test func `codes of things are not secret, or nothing would be kept`() {
        for (noun, verb, field) in [
            ("cohort", "show", "cohort"), ("enrollment", "add", "person"), ("org", "add", "code"),
        ] {
            let found = Registry.all.command(noun, verb)?.fields.first { $0.name == field }
            #expect(found?.isSecret == false, "\(noun) \(verb) \(field)")
        }
    }

    @Test(arguments: [
        ("32060219850109517X", true), ("138-0000-0001", true), ("6222 0200 1234", true), ("１３８００００００００", true),
        ("P-2024-000001", true), ("E-2024-12", false), ("2024-10-19", false), ("NIGHT-1", false), ("LIJIAN-3", false),
        ("2024-10-19T12:00", false),
    ])
    func `many digits in a row may be a number of somebody's`(text: String, tells: Bool) {
        #expect(Secrecy.looksLikeNumber(text) == tells)
    }
}
