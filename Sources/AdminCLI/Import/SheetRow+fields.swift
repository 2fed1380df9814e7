import Store
import Zones

// The kinds of cells that lists of facts have.
extension SheetRow {
    /// Refuses a row that lacks a column's value.
    mutating func need(_ column: String) {
        if row[column] == nil { refuse(column, ValueFault.text(field: column, .empty)) }
    }

    mutating func text(_ column: String) -> String? {
        read(column) { (text: String) throws(TextRefusal) -> Noted<String, TextWarning> in
            Noted(value: try PlainText(text).text, warnings: [])
        } refusedAs: { _, refusal in
            ValueFault.text(field: column, refusal)
        }
    }

    mutating func day(_ column: String, notAfter today: Day? = nil) -> Day? {
        let day = read(column, SpreadsheetDay.lenient) { text, refusal in
            ValueFault.day(field: column, text, refusal)
        }
        if let day, let today, day > today { refuse(column, SheetFault.inFuture(day)) }
        return day
    }

    /// The first day of a month, `2024-03`, `202403`, `2024年3月` or any day of it.
    mutating func month(_ column: String) -> Day? {
        read(column, SpreadsheetMonth.lenient) { text, refusal in ValueFault.day(field: column, text, refusal) }
    }

    mutating func count(_ column: String) -> Int? {
        guard let text = row[column] else { return nil }
        let digits = String(text.filter { !$0.isWhitespace })
        guard let count = Digits.integer(digits), (0...1_000_000).contains(count) else {
            refuse(column, ValueFault.notInteger(field: column, text))
            return nil
        }
        return count
    }

    /// A word by what it means.
    mutating func choice<Value>(_ column: String, _ words: [String: Value]) -> Value? {
        guard let text = row[column] else { return nil }
        let word = String(text.filter { !$0.isWhitespace })
        if let value = words[word] ?? words[word.lowercased()] { return value }
        let known = words.keys.sorted()
        refuse(
            column,
            ValueFault.notAChoice(
                field: column,
                text,
                choices: known,
                suggestions: Suggestion.nearest(to: word, in: known)
            )
        )
        return nil
    }

    /// 是 or 否.
    mutating func flag(_ column: String) -> Bool? { choice(column, Self.flags) }

    private static let flags: [String: Bool] = [
        "是": true, "有": true, "yes": true, "true": true, "1": true, "√": true, "否": false, "无": false, "没有": false,
        "no": false, "false": false, "0": false, "×": false,
    ]

    mutating func idNumber(_ column: String, on today: Day) -> ResidentID? {
        let divisions = ValueContext.table
        return read(column) { (text: String) throws(ResidentIDRefusal) in
            try ResidentID.lenient(text, on: today, divisions: divisions)
        } refusedAs: { _, refusal in
            ValueFault.residentID(field: column, refusal)
        }
    }

    mutating func name(_ column: String) -> PersonName? {
        read(column, PersonName.lenient) { _, refusal in ValueFault.text(field: column, refusal) }
    }

    /// The organization of a row: its credit code, else its name or code.
    mutating func organization() -> String? {
        let creditCode = read("credit_code", CreditCode.lenient) { text, refusal in
            ValueFault.creditCode(field: "credit-code", text, refusal)
        }
        if row["credit_code"] == nil { need("unit") }
        return creditCode?.text ?? row["unit"]
    }
}
