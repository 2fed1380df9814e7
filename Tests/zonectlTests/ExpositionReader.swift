import Testing

/// A strict reader of Prometheus' text format 0.0.4, after its specification; what it does not know it refuses.
struct ExpositionReader {
    struct Sample: Hashable {
        let name: String
        let labels: [String: String]
    }

    struct Fault: Error {
        let line: String
        let why: String
    }

    private(set) var values: [Sample: Double] = [:]
    private(set) var helped: [String] = []

    init(_ text: String) throws {
        guard text.hasSuffix("\n"), !text.contains("\r") else { throw Fault(line: "", why: "no line feed at the end") }
        var current: String?
        var typed: Set<String> = []
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("# HELP ") {
                let name = String(line.dropFirst(7).prefix { $0 != " " })
                guard Self.isName(name), !helped.contains(name), line.utf8.count > 8 + name.utf8.count else {
                    throw Fault(line: line, why: "help of no name, or twice")
                }
                helped.append(name)
                current = name
            } else if line.hasPrefix("# TYPE ") {
                let words = line.split(separator: " ")
                guard words.count == 4, String(words[2]) == current, words[3] == "gauge",
                    typed.insert(String(words[2])).inserted
                else { throw Fault(line: line, why: "type") }
            } else {
                let (sample, value) = try Self.sample(line)
                guard sample.name == current, typed.contains(sample.name) else {
                    throw Fault(line: line, why: "a sample apart from its metric")
                }
                guard values.updateValue(value, forKey: sample) == nil else { throw Fault(line: line, why: "twice") }
            }
        }
        for name in helped where !values.keys.contains(where: { $0.name == name }) {
            throw Fault(line: name, why: "no samples")
        }
    }

    private static func isName(_ text: String) -> Bool { text.contains(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/) }

    private static func sample(_ line: String) throws -> (Sample, Double) {
        var rest = line[...]
        let name = String(rest.prefix { $0 != "{" && $0 != " " })
        guard isName(name) else { throw Fault(line: line, why: "name") }
        rest = rest.dropFirst(name.count)
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest = rest.dropFirst()
            while rest.first != "}" {
                if !labels.isEmpty {
                    guard rest.first == "," else { throw Fault(line: line, why: "comma") }
                    rest = rest.dropFirst()
                }
                let label = String(rest.prefix { $0 != "=" })
                guard label.contains(/^[a-zA-Z_][a-zA-Z0-9_]*$/), labels[label] == nil else {
                    throw Fault(line: line, why: "label")
                }
                rest = rest.dropFirst(label.count + 1)
                labels[label] = try quoted(&rest, line)
            }
            rest = rest.dropFirst()
        }
        guard rest.first == " ", let value = Double(rest.dropFirst()), value.isFinite else {
            throw Fault(line: line, why: "value")
        }
        return (Sample(name: name, labels: labels), value)
    }

    private static func quoted(_ rest: inout Substring, _ line: String) throws -> String {
        guard rest.popFirst() == "\"" else { throw Fault(line: line, why: "quote") }
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return text
            case "\\":
                switch rest.popFirst() {
                case "\\": text += "\\"
                case "\"": text += "\""
                case "n": text += "\n"
                default: throw Fault(line: line, why: "escape")
                }
            default: text.append(character)
            }
        }
        throw Fault(line: line, why: "unterminated label")
    }
}
