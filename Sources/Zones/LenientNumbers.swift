/// Numbers as imports find them: full-width digits, spaces and hyphens, the apostrophe of a spreadsheet, +86.
/// A number of 15 digits and a mangled one are refused here too.
extension ResidentID {
    /// A number in any form that can be read without guessing, and what was changed.
    public static func lenient(
        _ text: String,
        on today: Day,
        divisions: DivisionCodes
    ) throws(ResidentIDRefusal) -> Noted<ResidentID, NumberWarning> {
        let mended = mended(text)
        let id = try ResidentID(mended.value, on: today, divisions: divisions)
        return Noted(value: id, warnings: mended.warnings)
    }
}

extension CreditCode {
    /// A code in any form that can be read without guessing, and what was changed.
    public static func lenient(_ text: String) throws(CreditCodeRefusal) -> Noted<CreditCode, NumberWarning> {
        let mended = mended(text)
        return Noted(value: try CreditCode(mended.value), warnings: mended.warnings)
    }
}

extension PhoneNumber {
    /// A number in any form that can be read without guessing (`+86 138 0000 0000`, `１３８…`, `(0513) 85981234`), and
    /// what was changed. Ten or more digits that begin with 0 are read as area code and number.
    public static func lenient(_ text: String) throws(PhoneRefusal) -> Noted<PhoneNumber, NumberWarning> {
        if let number = try? PhoneNumber(text) { return Noted(value: number, warnings: []) }
        var (digits, warnings) = { ($0.value, $0.warnings) }(mended(text))
        for prefix in ["+86", "0086", "86"] where digits.hasPrefix(prefix) && digits.utf8.count > 11 {
            digits = String(digits.dropFirst(prefix.count))
            warnings.append(.countryCode)
            break
        }
        if digits.hasPrefix("0"), digits.utf8.count >= 10 {
            let area = digits.hasPrefix("01") || digits.hasPrefix("02") ? 3 : 4
            digits = digits.prefix(area) + "-" + digits.dropFirst(area)
        }
        return Noted(value: try PhoneNumber(digits), warnings: warnings)
    }
}
