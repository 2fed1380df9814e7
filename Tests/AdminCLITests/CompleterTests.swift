import Testing

@testable import AdminCLI

struct CompleterTests {
    /// Answers with the table and the beginning that were asked for.
    private let completer = Completer(registry: .all, isArgv: true) { table, beginning, options in
        ["\(beginning)<\(table)\(options.zone.map { "@\($0)" } ?? "")>"]
    }

    private func complete(_ line: String) -> [String] {
        guard case .words(let found) = completer.completions(PartialLine(line), options: Options()) else {
            return [":files"]
        }
        return found.map(\.text)
    }

    @Test func `a quote that is still open is part of the word`() {
        let line = PartialLine("person add --name '样例 一")
        #expect(line.words == ["person", "add", "--name"] && line.partial == "样例 一")
        #expect(PartialLine("a \"b\\\"c\" d\\ e ").words == ["a", "b\"c", "d e"])
        #expect(PartialLine("").words.isEmpty && PartialLine("").withoutProgram == nil)
    }

    @Test func `every noun and every verb is offered where it belongs`() {
        #expect(complete("") == Registry.all.nouns)
        for noun in Registry.all.nouns where Registry.all.command(noun, "") == nil {
            #expect(complete(noun + " ") == Registry.all.verbs(of: noun), "\(noun)")
        }
    }

    @Test func `required fields come first, given ones no more`() {
        let all = complete("cohort add --")
        #expect(all.first == "--program" && all.contains("--capacity") && all.contains("--dry-run"))
        #expect(!complete("cohort add --program X --").contains("--program"))
        #expect(complete("cohort add --starts-on 2024") == [])
    }

    @Test func `a value is completed from its type: a choice, a zone, a table, files`() {
        #expect(complete("org add --kind co") == ["company", "cooperative"])
        #expect(complete("org add --kind=co") == ["--kind=company", "--kind=cooperative"])
        #expect(complete("enrollment add --cohort N") == ["N<cohort>"])
        #expect(complete("squad assign P1 --chief ") == ["<person>"])
        #expect(complete("person show ") == ["<person>"])
        #expect(complete("org show ") == ["<organization>"])
        #expect(complete("--zone ETDZ person add --unit O") == ["O<organization@ETDZ>"])
        #expect(complete("venue add X --share INNO,E") == ["INNO,E<zone>"])
        #expect(complete("run ") == [":files"])
        #expect(complete("--lang ") == ["zh", "en"])
        #expect(complete("person add --code ") == [], "a code of one's own")
    }

    @Test func `help, explain and one-word commands complete their own words`() {
        #expect(complete("help coh") == ["cohort"])
        #expect(complete("help cohort sh") == ["show"])
        #expect(complete("explain ENR02") == ["ENR02"])
        #expect(complete("completion ba") == ["bash"])
    }

    @Test func `a session offers the options of one line, and how to leave`() {
        let session = Completer(registry: .all, isArgv: false) { _, _, _ in [] }
        guard case .words(let options) = session.completions(PartialLine("--"), options: Options()),
            case .words(let words) = session.completions(PartialLine("exp"), options: Options())
        else {
            Issue.record("files")
            return
        }
        #expect(Set(options.map(\.text)) == Set(GlobalOption.allCases.filter(\.isOfOneLine).map(\.name)))
        #expect(words.map(\.text) == ["explain"])
    }

    @Test func `what is typed is always the beginning of what is offered`() {
        for command in Registry.all.commands {
            let example = command.example
            for end in example.indices {
                let line = PartialLine(String(example[..<end]))
                guard case .words(let found) = completer.completions(line, options: Options()) else { continue }
                #expect(found.allSatisfy { $0.text.hasPrefix(line.partial) }, "\(example[..<end])")
            }
        }
    }

    @Test func `candidates stand side by side in the terminal's width`() {
        let list = CandidateList(["样例一", "b", "cc", "d"].map { Candidate($0) }, width: 17)
        #expect(list.lines == ["样例一  cc", "b       d"])
    }
}
