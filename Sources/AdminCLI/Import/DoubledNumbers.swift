import Zones

/// Which rows of a sheet have the number of another row, found before the first row is imported and in memory that does
/// not grow with the sheet: the first reading keeps two bits for each of 2^26 places, the second looks closely at the few
/// rows whose place was met twice.
struct DoubledNumbers {
    private static let places = 1 << 26

    private var others: [Int: Int] = [:]

    init(_ table: ImportTable, today: Day) throws {
        var met = [UInt64](repeating: 0, count: Self.places / 64)
        var metAgain = met
        try Self.forEach(table, today) { _, hash in
            let (word, bit) = Self.place(hash)
            if met[word] & bit == 0 { met[word] |= bit } else { metAgain[word] |= bit }
        }
        guard metAgain.contains(where: { $0 != 0 }) else { return }
        var first: [Int: Int] = [:]
        try Self.forEach(table, today) { row, hash in
            let (word, bit) = Self.place(hash)
            guard metAgain[word] & bit != 0 else { return }
            guard let earlier = first[hash] else { return first[hash] = row }
            others[row] = earlier
            if others[earlier] == nil { others[earlier] = row }
        }
    }

    /// Another row with this row's number; the first of them, and for that one the second.
    func other(of row: Int) -> Int? { others[row] }

    private static func place(_ hash: Int) -> (word: Int, bit: UInt64) {
        let place = Int(UInt(bitPattern: hash) % UInt(places))
        return (place / 64, 1 << UInt64(place % 64))
    }

    /// The rows with a number that can be read; two numbers of one hash of 64 bits are taken for the same.
    private static func forEach(_ table: ImportTable, _ today: Day, _ body: (_ row: Int, _ hash: Int) -> Void) throws {
        try table.forEach { row in
            guard let text = row["id_number"],
                let id = try? ResidentID.lenient(text, on: today, divisions: ValueContext.table).value
            else { return }
            body(row.number, id.number.hashValue)
        } misfit: { _, _ in
        }
    }
}
