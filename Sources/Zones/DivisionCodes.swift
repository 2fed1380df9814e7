/// The administrative division codes (GB/T 2260) by which resident ids begin, with the years in which each was in use.
///
/// Provinces are known by their first two digits. Where any county of a prefecture (the first four digits) is listed,
/// all of them are, and another code there is refused; elsewhere every county of a known province is taken.
public struct DivisionCodes: Sendable, Hashable {
    /// One division under one code.
    public struct Division: Sendable, Hashable {
        /// Six digits.
        public let code: String
        /// The name in these years.
        public let name: String
        /// The first year with this code, nil when it has always been so.
        public let from: Int?
        /// The last year with this code, nil when it still is.
        public let until: Int?

        /// One division; years are inclusive, nil where there is no limit.
        public init(code: String, name: String, from: Int?, until: Int?) {
            self.code = code
            self.name = name
            self.from = from
            self.until = until
        }
    }

    private let divisions: [String: [Division]]
    private let provinces: Set<String>
    private let completePrefectures: Set<String>

    /// The table of these divisions.
    public init(_ list: [Division]) {
        divisions = Dictionary(grouping: list, by: \.code)
        provinces = Set(list.filter { $0.code.hasSuffix("0000") }.map { String($0.code.prefix(2)) })
        completePrefectures = Set(list.filter { !$0.code.hasSuffix("00") }.map { String($0.code.prefix(4)) })
    }

    /// Whether ids begin with this code, six digits.
    public func isKnown(_ code: String) -> Bool {
        guard isKnown(province: String(code.prefix(2))) else { return false }
        return !completePrefectures.contains(String(code.prefix(4))) || divisions[code] != nil
    }

    /// Whether codes of a province begin with these two digits.
    public func isKnown(province digits: String) -> Bool { provinces.contains(digits) }

    /// The divisions that have had this code, in the order of the table; empty for counties that are not listed.
    public func divisions(coded code: String) -> [Division] { divisions[code] ?? [] }

    /// Whether someone born on this day may have been registered first under this code without having moved: it was in
    /// use at birth, or, for those born before numbers were given at birth (1999-10-01), at some time from birth to
    /// then. Nothing is known of codes without years, so they fit.
    public func fits(_ code: String, born: Day) -> Bool {
        let known = divisions(coded: code)
        guard !known.isEmpty else { return true }
        let lastFirstRegistration = max(born.year, 1999)
        return known.contains { ($0.from ?? 0) <= lastFirstRegistration && ($0.until ?? 9999) >= born.year }
    }
}

extension DivisionCodes {
    /// The table in a data file, `code,name_zh,valid_from,valid_until` with years that may be empty. Refuses wrong lines.
    public init(csv: String) throws(DataRefusal) {
        var list: [Division] = []
        var seen: Set<Division> = []
        for (line, cells) in try DataTable(csv, header: "code,name_zh,valid_from,valid_until").rows {
            guard cells[0].utf8.count == 6, decimal(cells[0].utf8) != nil else {
                throw DataRefusal(line: line, problem: .number(cells[0]))
            }
            guard !cells[1].isEmpty else { throw DataRefusal(line: line, problem: .word(cells[1])) }
            let from = try DivisionCodes.year(cells[2], line: line)
            let until = try DivisionCodes.year(cells[3], line: line)
            guard (from ?? 0) <= (until ?? 9999) else { throw DataRefusal(line: line, problem: .order) }
            let division = Division(code: cells[0], name: cells[1], from: from, until: until)
            guard seen.insert(division).inserted else { throw DataRefusal(line: line, problem: .duplicate) }
            list.append(division)
        }
        self.init(list)
    }

    private static func year(_ cell: String, line: Int) throws(DataRefusal) -> Int? {
        if cell.isEmpty { return nil }
        guard let year = decimal(cell.utf8), (1900...9999).contains(year) else {
            throw DataRefusal(line: line, problem: .number(cell))
        }
        return year
    }
}
