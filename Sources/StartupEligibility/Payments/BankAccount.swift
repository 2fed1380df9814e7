/// The number of a bank account or card. Descriptions are masked; the number goes only where it is sealed or sent to a bank.
public struct BankAccount: Sendable, Hashable {
    public let number: String

    /// A number of 8 to 32 digits. One of 16 to 19 that begins with 62 is a card, whose last digit checks the others
    /// (ISO/IEC 7812-1, annex B); other accounts have no common check.
    public init(_ text: String) throws(BankAccountRefusal) {
        let digits = Array(text.utf8)
        guard !digits.isEmpty else { throw .empty }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .form }
        guard (8...32).contains(digits.count) else { throw .length(digits.count) }
        if text.hasPrefix("62"), (16...19).contains(digits.count), !Self.checks(digits) { throw .checkDigit }
        number = text
    }

    /// A number as files have it: with blanks between its groups, or the apostrophe by which a spreadsheet keeps its digits.
    public static func lenient(_ text: String) throws(BankAccountRefusal) -> BankAccount {
        try BankAccount(String(text.filter { !" \t'　-".contains($0) }))
    }

    /// The first and the last four digits; of short numbers only the last four.
    public var masked: String {
        (number.utf8.count < 12 ? "" : number.prefix(4)) + "********" + number.suffix(4)
    }

    private static func checks(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit - 0x30) * (place.isMultiple(of: 2) ? 1 : 2)
            sum += value > 9 ? value - 9 : value
        }
        return sum.isMultiple(of: 10)
    }
}

extension BankAccount: CustomStringConvertible, CustomReflectable {
    public var description: String { masked }
    public var customMirror: Mirror { Mirror(self, children: ["number": masked]) }
}

/// Why a text is no account number; never with the text.
public enum BankAccountRefusal: Error, Sendable, Hashable {
    case empty
    /// Something else than digits.
    case form
    /// 8 to 32 digits.
    case length(Int)
    /// The last digit does not fit the others.
    case checkDigit
}

/// The 12 digits by which the payment system knows a branch (联行号).
public struct BankCode: Sendable, Hashable {
    public let text: String

    public init(_ text: String) throws(BankCodeRefusal) {
        guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .form }
        // The first digits name the kind of bank, from 001 for the central bank on.
        guard !text.hasPrefix("000") else { throw .unknownKind }
        self.text = text
    }
}

/// Why a text is no code of a branch.
public enum BankCodeRefusal: Error, Sendable, Hashable {
    /// 12 digits.
    case form
    case unknownKind
}
