/// An organization's unified social credit code (GB 32100-2015): one character of the registering authority, one of the
/// kind, six digits of the division, nine of the organization code (GB 11714, with a check character of its own), and
/// a check character over all.
public struct CreditCode: Sendable, Hashable {
    /// All 18 characters in upper case.
    public let text: String

    /// A credit code in the one strict form; small letters are taken for capitals. Refuses what `CreditCodeRefusal`
    /// names. The division is not looked up: codes name statistical zones (320691) that GB/T 2260 does not list.
    public init(_ text: String) throws(CreditCodeRefusal) {
        do { self.text = try CreditCode.plain(text) } catch {
            // Only now: a code of digits and one E may look like a spreadsheet's number too.
            guard !looksLikeSpreadsheetNumber(text) else { throw .spreadsheetNumber }
            let mended = mended(text)
            guard !mended.warnings.isEmpty, let suggestion = try? CreditCode.plain(mended.value) else { throw error }
            throw .notPlain(suggestion: suggestion)
        }
    }

    /// A code of 16 characters that are known to be right, and both check characters.
    init(sixteen bytes: [UInt8]) {
        let organization = bytes + [CreditCode.organizationCheckByte(bytes[8...])]
        text = String(decoding: organization + [CreditCode.checkByte(organization)], as: UTF8.self)
    }

    /// The first character: the authority that registered the organization.
    public var authority: Character { text.first ?? "9" }

    /// The first two characters: authority and kind, such as `91` for a company and `92` for a sole proprietor.
    public var category: String { String(text.prefix(2)) }

    /// The six digits of the division where it was registered.
    public var divisionCode: String { String(text.dropFirst(2).prefix(6)) }

    /// The organization code, nine characters.
    public var organizationCode: String { String(text.dropFirst(8).prefix(9)) }

    /// The kind of organization that the category says; nil where it leaves that open.
    public var kind: OrganizationKind? {
        switch category {
        case "91": .company
        case "92": .soleProprietor
        case "93": .cooperative
        case "11": .agency
        case "12": .publicInstitution
        case "51", "52", "53": .association
        default: nil
        }
    }
}

/// Why a text is no `CreditCode`.
public enum CreditCodeRefusal: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// Not 18 characters.
    case length(Int)
    /// A character that has no place there; positions count from 1. The letters I, O, S, V, Z are in no code.
    case character(Unicode.Scalar, position: Int)
    /// Full-width characters, spaces or signs in it; the associated text is the code without them.
    case notPlain(suggestion: String)
    /// A spreadsheet turned it into a number such as `9.1320691E+17`; the last digits are lost for good.
    case spreadsheetNumber
    /// The first character stands for no registering authority.
    case authority(Character)
    /// The last character of the organization code (the 17th) is not the one that GB 11714 asks for.
    case organizationCheckCharacter
    /// The last character is not the one that GB 32100 asks for.
    case checkCharacter
}

extension CreditCode: Comparable {
    public static func < (a: CreditCode, b: CreditCode) -> Bool { a.text < b.text }
}

extension CreditCode: CustomStringConvertible {
    /// The code; it is public, so nothing is masked.
    public var description: String { text }
}
