/// What a field of a command takes. Each type takes exactly one written form (imports are lenient, commands are not).
public indirect enum FieldType: Sendable, Hashable {
    /// A natural key or generated id: 1 to 40 letters, digits, ideographs, `-`, `_`, `.`; `@noun` stands for the last one made.
    case code
    /// One line of text, at most 200 characters.
    case text
    /// A long text on one line, at most 4,000 characters (reasons, clauses).
    case prose
    /// A natural person's name.
    case name
    /// An organization's name.
    case organizationName
    /// `YYYY-MM-DD`
    case day
    /// `YYYY-MM-DD`, not after the business day: a day of birth.
    case pastDay
    /// `YYYY-MM-DDTHH:MM`, zone time unless an offset follows.
    case instant
    /// Yuan with at most two decimals.
    case money
    /// Percent, `3.35`.
    case rate
    /// An integer in a range.
    case integer(ClosedRange<Int>)
    /// One of a few words.
    case choice([String])
    /// Present or not; takes no value.
    case flag
    /// A file; `-` is standard input where the command says so.
    case path
    /// An 18-character resident ID.
    case residentID
    /// An 18-character unified social credit code.
    case creditCode
    /// A mainland telephone number.
    case phone
    /// A command line, or the beginning of one, as it was typed.
    case line
    /// The code of a zone.
    case zone
    /// Several values: separated by commas, or the rest of the line's words for a last key.
    case list(FieldType)

    /// The choice among all cases of an enum of strings.
    public static func choice<C: CaseIterable & RawRepresentable>(of type: C.Type) -> FieldType
    where C.RawValue == String {
        .choice(type.allCases.map(\.rawValue))
    }

    /// The name of the type in help and in `commands --json`; never localised.
    public var name: String {
        switch self {
        case .code: "code"
        case .text: "text"
        case .prose: "prose"
        case .name: "name"
        case .organizationName: "organization-name"
        case .day: "day"
        case .pastDay: "past-day"
        case .instant: "instant"
        case .money: "money"
        case .rate: "rate"
        case .integer: "integer"
        case .choice: "choice"
        case .flag: "flag"
        case .path: "path"
        case .residentID: "resident-id"
        case .creditCode: "credit-code"
        case .phone: "phone"
        case .line: "line"
        case .zone: "zone"
        case .list(let element): "list of " + element.name
        }
    }

    /// True for types whose values say something about a person.
    var isPersonal: Bool {
        switch self {
        case .residentID, .phone, .name, .prose, .line: true
        case .list(let element): element.isPersonal
        default: false
        }
    }
}
