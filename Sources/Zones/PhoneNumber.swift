/// A telephone number of mainland China: a mobile of 11 digits, or a landline as `0513-85981234`.
///
/// Descriptions and dumps of it are masked; `number` is the whole.
public struct PhoneNumber: Sendable, Hashable {
    /// The number in its strict form.
    public let number: String

    /// A number in one strict form: 11 digits that begin with 13 to 19, or area code, hyphen, and 7 or 8 digits.
    /// `lenient(_:)` reads the forms that people write.
    public init(_ text: String) throws(PhoneRefusal) {
        guard !text.isEmpty else { throw .empty }
        guard !looksLikeSpreadsheetNumber(text) else { throw .spreadsheetNumber }
        for (index, scalar) in text.unicodeScalars.enumerated() where !("0"..."9" ~= scalar || scalar == "-") {
            throw .character(scalar, position: index + 1)
        }
        let bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: "-")) {
            guard PhoneNumber.isLandline(bytes) else { throw .landline }
        } else {
            guard bytes.count == 11 else { throw .length(bytes.count) }
            guard bytes[0] == UInt8(ascii: "1"), bytes[1] >= UInt8(ascii: "3") else { throw .mobilePrefix }
        }
        number = text
    }

    /// For numbers that are known to be right.
    init(unchecked number: String) {
        self.number = number
    }

    /// Area codes begin with 0: 010 and 02x have three digits, the others four. Numbers do not begin with 0 or 1.
    private static func isLandline(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, let area = parts.first, let local = parts.last, area.first == UInt8(ascii: "0"),
            let second = area.dropFirst().first?.digit, let first = local.first?.digit
        else { return false }
        return second > 0 && area.count == (second <= 2 ? 3 : 4) && (7...8).contains(local.count) && first >= 2
    }

    /// Whether it is a mobile number.
    public var isMobile: Bool { number.hasPrefix("1") }

    /// The number for people to recognise: `138****5678`, `0513-****1234`.
    public var masked: String {
        isMobile
            ? number.prefix(3) + "****" + number.suffix(4)
            : number.prefix { $0 != "-" } + "-****" + number.suffix(4)
    }

    /// What seems odd about it although it is accepted.
    public var warnings: [PhoneWarning] {
        isMobile && !isPersonalRange ? [.unusualRange(String(number.prefix(3)))] : []
    }

    /// Whether the first digits are given to people; other mobile ranges are for data cards and machines. Ranges are
    /// added from time to time, so being outside is no refusal.
    private var isPersonalRange: Bool {
        let three = String(number.prefix(3))
        return switch three.prefix(2) {
        case "13", "18": true
        case "14": ["145", "147"].contains(three)
        case "15": three != "154"
        case "16": ["162", "165", "166", "167"].contains(three) || number.hasPrefix("1610")
        case "17": !["174", "179"].contains(three) || ("17400"..."17405").contains(String(number.prefix(5)))
        default: three != "194"
        }
    }
}

/// Why a text is no `PhoneNumber`.
public enum PhoneRefusal: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// Without a hyphen, and not 11 digits.
    case length(Int)
    /// A character that numbers do not have; positions count from 1.
    case character(Unicode.Scalar, position: Int)
    /// A spreadsheet turned it into a number such as `1.38E+10`; the last digits are lost for good.
    case spreadsheetNumber
    /// 11 digits that do not begin with 13 to 19.
    case mobilePrefix
    /// With a hyphen, but not an area code, a hyphen, and 7 or 8 digits.
    case landline
}

/// What is odd about an accepted `PhoneNumber`.
public enum PhoneWarning: Sendable, Hashable {
    /// A mobile range (its first three digits) that is not given to people.
    case unusualRange(String)
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The masked number.
    public var description: String { masked }
    /// The masked number.
    public var debugDescription: String { masked }
    /// Nothing but the masked number, so that `dump` and test failures tell no more.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
