/// A citizen's number (GB 11643-1999): six digits of the division of first registration, eight of the birth day, three
/// of order (odd for men), and a check character by ISO 7064 MOD 11-2. Residence permits of Hong Kong, Macau and Taiwan
/// residents and of foreigners are numbered alike; `document` tells them apart.
///
/// Descriptions and dumps of it are masked; `number` is the whole.
public struct ResidentID: Sendable, Hashable {
    /// All 18 characters, an `X` at the end in upper case.
    public let number: String
    /// The day of birth that the number states.
    public let birthDay: Day
    /// Which document carries the number.
    public let document: Document

    /// The documents that are numbered like this.
    public enum Document: String, Sendable, Hashable, CaseIterable {
        /// 居民身份证.
        case residentCard = "resident_card"
        /// 港澳台居民居住证 of a resident of Hong Kong, 810000.
        case hongKongPermit = "hong_kong_permit"
        /// 港澳台居民居住证 of a resident of Macau, 820000.
        case macauPermit = "macau_permit"
        /// 港澳台居民居住证 of a resident of Taiwan, 830000.
        case taiwanPermit = "taiwan_permit"
        /// 外国人永久居留身份证: 9, two digits of the province, three of the nationality.
        case foreignerPermit = "foreigner_permit"
    }

    /// A number that someone gives on `today`, in the one strict form; a small `x` at the end is taken for `X`.
    ///
    /// Refuses what `ResidentIDRefusal` names: form, check character, birth day (also in the future), region.
    public init(_ text: String, on today: Day, divisions: DivisionCodes) throws(ResidentIDRefusal) {
        let (number, birthDay) = try ResidentID.checked(text)
        guard birthDay <= today else { throw .bornInFuture(birthDay) }
        self.number = number
        self.birthDay = birthDay
        document = try ResidentID.document(of: number, divisions: divisions)
    }

    /// A number that was accepted before and comes back from the store: form, check character and birth day are
    /// checked again, region and today are not, as they change.
    public init(stored text: String) throws(ResidentIDRefusal) {
        (number, birthDay) = try ResidentID.checked(text)
        document = ResidentID.permit(number) ?? .residentCard
    }

    /// A resident card's number of 17 digits that are known to be right, and its check character.
    init(seventeen digits: String, birthDay: Day) {
        number = digits + String(Character(Unicode.Scalar(ResidentID.checkByte(digits.utf8))))
        self.birthDay = birthDay
        document = .residentCard
    }

    /// The six digits of the division of first registration (for permits: of what they stand for instead).
    public var divisionCode: String { String(number.prefix(6)) }

    /// The sex that the number states.
    public var sex: Sex {
        let order = number.utf8.dropFirst(16).first ?? 0
        return order % 2 == 1 ? .male : .female
    }

    /// The number for people to recognise: the first and the last four characters.
    public var masked: String { number.prefix(4) + "**********" + number.suffix(4) }

    /// Full years of age on a day.
    public func age(on day: Day) -> Int { birthDay.fullYears(until: day) }

    /// What seems odd about it on `today` although it is accepted.
    public func warnings(on today: Day, divisions: DivisionCodes) -> [ResidentIDWarning] {
        var warnings: [ResidentIDWarning] = []
        if !divisions.fits(divisionCode, born: birthDay) {
            warnings.append(.divisionNotAtBirth(divisions.divisions(coded: divisionCode)))
        }
        if age(on: today) > 130 { warnings.append(.olderThan130) }
        return warnings
    }
}

/// Why a text is no `ResidentID`. Associated texts are personal: they are for the one who typed it, not for a log.
public enum ResidentIDRefusal: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// Neither 18 nor 15 characters.
    case length(Int)
    /// A character that has no place there; positions count from 1.
    case character(Unicode.Scalar, position: Int)
    /// Full-width digits, spaces or signs in it; the associated text is the number without them.
    case notPlain(suggestion: String)
    /// A number of 15 digits, of the first generation; the associated text is the number of 18 that it became.
    case fifteenDigits(modern: String)
    /// A spreadsheet turned it into a number such as `3.20602E+17`; the last digits are lost for good.
    case spreadsheetNumber
    /// The check character is not the one that the digits ask for.
    case checkCharacter
    /// The check character is wrong and the last digits are 000, as after a spreadsheet rounded the number.
    case spreadsheetRounded
    /// The birth day is none.
    case birthDay(DayRefusal)
    /// The birth day lies after today.
    case bornInFuture(Day)
    /// No division has or had this code.
    case division(String)
}

/// What is odd about an accepted `ResidentID`.
public enum ResidentIDWarning: Sendable, Hashable {
    /// The code was not in use when its bearer was born; first registered later or elsewhere, it may well be right.
    case divisionNotAtBirth([DivisionCodes.Division])
    /// Its bearer would be older than 130.
    case olderThan130
}

extension ResidentID: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The masked number.
    public var description: String { masked }
    /// The masked number.
    public var debugDescription: String { masked }
    /// Nothing but the masked number, so that `dump` and test failures tell no more.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
