import Zones

extension FieldType {
    /// The value that a text is in this type's one written form.
    func parse(_ text: String, field: String, _ context: ValueContext) throws(ValueFault) -> FieldValue {
        switch self {
        case .code: .code(try Self.code(text, field))
        case .zone: .zone(ZoneCode(try Self.code(text, field)))
        case .text: .text(try Self.text(text, field, limit: PlainText.defaultLimit))
        case .prose: .text(try Self.text(text, field, limit: 4_000))
        case .name: .name(try Self.refusing(field) { () throws(TextRefusal) in try PersonName(text) })
        case .organizationName:
            .organizationName(try Self.refusing(field) { () throws(TextRefusal) in try OrganizationName(text) })
        case .day, .instant, .money, .rate: try quantity(text, field)
        case .pastDay: try Self.pastDay(text, field, context.today)
        case .integer(let range): .integer(try Self.integer(text, field, range))
        case .choice(let words):
            if words.contains(text) { .choice(text) } else { throw Self.notAChoice(text, field, words) }
        case .flag: .flag
        case .path: .path(try Self.path(text, field))
        case .line: .text(text)
        case .residentID, .creditCode, .phone: try identity(text, field, context)
        case .list(let element): .list([try element.parse(text, field: field, context)])
        }
    }

    private func quantity(_ text: String, _ field: String) throws(ValueFault) -> FieldValue {
        switch self {
        case .day:
            do throws(DayRefusal) { return .day(try Day(iso: text)) } catch { throw .day(field: field, text, error) }
        case .instant:
            do throws(TimeRefusal) {
                return .instant(try Instant(iso: text))
            } catch { throw .instant(field: field, text, error) }
        case .money:
            do throws(DecimalRefusal) {
                return .money(try Money(yuan: text))
            } catch { throw .money(field: field, text, error) }
        default:
            do throws(DecimalRefusal) {
                return .rate(try Rate(percent: text))
            } catch { throw .rate(field: field, text, error) }
        }
    }

    private static func pastDay(_ text: String, _ field: String, _ today: Day) throws(ValueFault) -> FieldValue {
        let day: Day
        do throws(DayRefusal) { day = try Day(iso: text) } catch { throw .day(field: field, text, error) }
        guard day <= today else { throw .dayAhead(field: field, text, today: today) }
        return .day(day)
    }

    private func identity(
        _ text: String,
        _ field: String,
        _ context: ValueContext
    ) throws(ValueFault) -> FieldValue {
        switch self {
        case .residentID:
            do throws(ResidentIDRefusal) {
                return .residentID(try ResidentID(text, on: context.today, divisions: context.divisions))
            } catch { throw .residentID(field: field, error) }
        case .creditCode:
            do throws(CreditCodeRefusal) {
                return .creditCode(try CreditCode(text))
            } catch { throw .creditCode(field: field, text, error) }
        default:
            do throws(PhoneRefusal) {
                return .phone(try PhoneNumber(text))
            } catch { throw .phone(field: field, error) }
        }
    }

    private static func code(_ text: String, _ field: String) throws(ValueFault) -> Code {
        do throws(CodeRefusal) { return try Code(text) } catch { throw .code(field: field, text, error) }
    }

    private static func text(_ text: String, _ field: String, limit: Int) throws(ValueFault) -> String {
        try refusing(field) { () throws(TextRefusal) in try PlainText(text, limit: limit).text }
    }

    private static func refusing<Value>(
        _ field: String,
        _ make: () throws(TextRefusal) -> Value
    ) throws(ValueFault) -> Value {
        do throws(TextRefusal) { return try make() } catch { throw .text(field: field, error) }
    }

    private static func integer(
        _ text: String,
        _ field: String,
        _ range: ClosedRange<Int>
    ) throws(ValueFault) -> Int {
        guard let value = Digits.integer(text) else { throw .notInteger(field: field, text) }
        guard range.contains(value) else { throw .outOfRange(field: field, text, range) }
        return value
    }

    private static func notAChoice(_ text: String, _ field: String, _ words: [String]) -> ValueFault {
        .notAChoice(field: field, text, choices: words, suggestions: Suggestion.nearest(to: text, in: words))
    }

    private static func path(_ text: String, _ field: String) throws(ValueFault) -> String {
        guard !text.isEmpty, text.utf8.count < 4096 else { throw .path(field: field, text) }
        return text
    }
}
