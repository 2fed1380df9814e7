/// One field of a command: a key given by position, or `--name value`.
public struct Field: Sendable, Hashable {
    /// Whether a value must be given, and what stands for it if not.
    public enum Need: Sendable, Hashable {
        case required
        case optional
        /// The written form of the default, parsed like a value.
        case defaulted(String)
    }

    /// The name, `on` for `--on`; in a usage line a key shows it in capitals.
    public let name: String
    /// True for a key: given by position, in the order of declaration.
    public let isKey: Bool
    public let type: FieldType
    public let need: Need
    /// What it means, in a few words.
    public let meaning: Text
    /// True if a line with it must not be kept in a history: numbers and names of people, reasons, accounts, codes that
    /// open something.
    ///
    /// Asked of the few fields of one line only: every command makes all fields of the registry.
    public var isSecret: Bool { isMarkedSecret || type.isPersonal || Self.secretNames.contains(where: name.contains) }

    /// Declared so, whatever its name and type.
    private var isMarkedSecret = false

    private init(_ name: String, _ isKey: Bool, _ type: FieldType, _ need: Need, _ zh: String, _ en: String) {
        self.name = name
        self.isKey = isKey
        self.type = type
        self.need = need
        meaning = Text(zh, en)
    }

    /// What fields with secrets are called, whatever their type.
    private static let secretNames = [
        "reason", "account", "verification", "receipt", "code-word", "password", "secret", "bank", "phone",
    ]

    /// The same field as a secret one.
    public var secret: Field {
        var field = self
        field.isMarkedSecret = true
        return field
    }

    /// A key, given by position. A key of a list type must be the last one and takes all words that follow.
    public static func key(_ name: String, _ type: FieldType, _ zh: String, _ en: String) -> Field {
        Field(name, true, type, .required, zh, en)
    }

    /// A key that may be left out; only further optional keys may follow it.
    public static func optionalKey(_ name: String, _ type: FieldType, _ zh: String, _ en: String) -> Field {
        Field(name, true, type, .optional, zh, en)
    }

    /// `--name value`, must be given.
    public static func required(_ name: String, _ type: FieldType, _ zh: String, _ en: String) -> Field {
        Field(name, false, type, .required, zh, en)
    }

    /// `--name value`, may be left out.
    public static func optional(_ name: String, _ type: FieldType, _ zh: String, _ en: String) -> Field {
        Field(name, false, type, .optional, zh, en)
    }

    /// `--name value`, with a default in the form that a user would write.
    public static func defaulted(
        _ name: String,
        _ type: FieldType,
        to value: String,
        _ zh: String,
        _ en: String
    ) -> Field {
        Field(name, false, type, .defaulted(value), zh, en)
    }

    /// `--name`, without a value.
    public static func flag(_ name: String, _ zh: String, _ en: String) -> Field {
        Field(name, false, .flag, .optional, zh, en)
    }

    /// `--code CODE` of every `add`: a natural key chosen by the user.
    public static let newCode = Field.optional(
        "code",
        .code,
        "自定编号（不给则自动生成）",
        "a code of your own (else one is generated)"
    )

    /// `--reason TEXT` of every `correct` and of acts that need a reason.
    public static let reason = Field.required("reason", .text, "理由，记入事件", "why; kept in the event")
}
