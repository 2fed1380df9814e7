import Zones

extension Invocation {
    /// The `code=integer` pairs of a `.list(.text)`, such as `output=450,tax=12`.
    func pairs(_ name: String) throws -> [(criterion: Code, value: Int32)] {
        try texts(name).map { word in
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let number = Digits.integer(parts[1]), let value = Int32(exactly: number) else {
                throw ValueFault.notInteger(field: name, word)
            }
            do throws(CodeRefusal) {
                return (try Code(parts[0]), value)
            } catch { throw ValueFault.code(field: name, parts[0], error) }
        }
    }

    /// The first day of a month given as `2024-10`.
    func month(_ name: String) throws -> Day {
        let text = try text(name)
        do throws(DayRefusal) {
            return try Day(iso: text + "-01")
        } catch { throw ValueFault.day(field: name, text, error) }
    }
}
