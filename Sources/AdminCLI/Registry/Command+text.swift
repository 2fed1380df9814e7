extension Command {
    /// `venue add NAME --capacity INTEGER [--joint]`
    var usage: String {
        ([name] + fields.map(\.usage)).joined(separator: " ")
    }

    /// The command as a row of `commands`; fields and columns as JSON.
    var cells: [Cell] {
        [
            .text(noun), .text(verb), .json(.array(fields.map { .object($0.json) })), .text(effect.rawValue),
            .text(role.rawValue), .json(.array(columns.map { .object($0.json) })), .text(example), .text(summary.zh),
            .text(summary.en),
        ]
    }
}

extension Field {
    /// As in a usage line: in brackets if it may be left out.
    var usage: String {
        let text: String
        if isKey {
            if case .list = type { text = label + "…" } else { text = label }
        } else {
            text = type == .flag ? label : label + " " + type.name.uppercased()
        }
        return need == .required ? text : "[" + text + "]"
    }

    var json: JSONObject {
        var object = JSONObject()
        object.set("name", .string(name))
        object.set("key", .bool(isKey))
        object.set("type", .string(type.name))
        object.set("required", .bool(need == .required))
        object.set("secret", .bool(isSecret))
        if case .defaulted(let value) = need { object.set("default", .string(value)) }
        switch type {
        case .integer(let range):
            object.set("minimum", .integer(Int64(range.lowerBound)))
            object.set("maximum", .integer(Int64(range.upperBound)))
        case .choice(let words): object.set("choices", .array(words.map(JSON.string)))
        default: break
        }
        object.set("meaning_zh", .string(meaning.zh))
        object.set("meaning_en", .string(meaning.en))
        return object
    }
}

extension Column {
    var json: JSONObject {
        var object = JSONObject()
        object.set("name", .string(name))
        object.set("kind", .string(kind.rawValue))
        return object
    }
}
