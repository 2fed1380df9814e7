/// The name of an organization as it is registered: one line of at most 200 characters by the rules of `PlainText`,
/// with U+0020 as the only space.
public struct OrganizationName: Sendable, Hashable {
    private let plain: PlainText

    /// The name.
    public var text: String { plain.text }

    /// A name; refuses what `TextRefusal` names. `lenient(_:)` mends what can be mended.
    public init(_ text: String) throws(TextRefusal) {
        plain = try PlainText(text)
        try checkSpacesAndDots(in: text, dots: false)
    }

    /// What seems odd about it although it is accepted.
    public var warnings: [TextWarning] { oddities(of: text) }

    /// What names are compared by when the same organization is looked for; as for persons, so that （有限合伙） and
    /// (有限合伙) are one.
    public var matchKey: String { nameKey(text) }
}

extension OrganizationName: Comparable {
    public static func < (a: OrganizationName, b: OrganizationName) -> Bool { a.plain < b.plain }
}

extension OrganizationName: CustomStringConvertible {
    /// The name.
    public var description: String { text }
}
