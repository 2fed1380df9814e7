/// What is odd about an accepted text, or what was changed in it before it was accepted. Positions count Unicode
/// scalars from 1.
public enum TextWarning: Sendable, Hashable {
    /// Spaces around it were dropped.
    case trimmed
    /// Spaces between Han characters were dropped, as in 张　三.
    case innerSpaces
    /// Full-width letters or digits became half-width.
    case fullWidth
    /// Another dot became the middle dot U+00B7.
    case middleDot(Unicode.Scalar)
    /// A letter with separate marks became one character (normal form C).
    case composed
    /// A private-use character: another computer may show another sign, or none.
    case privateUse(Unicode.Scalar, position: Int)
    /// A radical that looks like an ideograph, such as U+2F00 ⼀ for 一.
    case radical(Unicode.Scalar, position: Int)
    /// A compatibility form of an ideograph, such as U+F900 for U+8C48.
    case compatibilityIdeograph(Unicode.Scalar, position: Int)
    /// Letters of scripts that look alike, such as a Cyrillic А in a Latin name.
    case mixedScripts
}

/// A value as it was accepted, and what had to be changed or seems odd.
public struct Noted<Value: Sendable, Warning: Sendable>: Sendable {
    /// The value in its strict form.
    public let value: Value
    /// What to tell the person who gave it; empty when nothing.
    public let warnings: [Warning]

    /// A value with what was noted when it was read.
    public init(value: Value, warnings: [Warning]) {
        self.value = value
        self.warnings = warnings
    }
}

extension Noted: Equatable where Value: Equatable, Warning: Equatable {}
extension Noted: Hashable where Value: Hashable, Warning: Hashable {}

/// What seems odd about a name that is accepted as it stands.
func oddities(of text: String) -> [TextWarning] {
    var warnings: [TextWarning] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
        if scalar.isPrivateUse { warnings.append(.privateUse(scalar, position: index + 1)) }
        if scalar.isRadical { warnings.append(.radical(scalar, position: index + 1)) }
        if scalar.isCompatibilityIdeograph { warnings.append(.compatibilityIdeograph(scalar, position: index + 1)) }
    }
    if mixesScripts(text) { warnings.append(.mixedScripts) }
    return warnings
}

/// Whether letters of scripts stand together that no name mixes. Han with Latin (样例A公司) or kana is usual.
private func mixesScripts(_ text: String) -> Bool {
    enum Script { case latin, greek, cyrillic, arabic, tibetan, mongolian, han }
    var scripts: Set<Script> = []
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
        switch scalar.value {
        case 0x41...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF5A: scripts.insert(.latin)
        case 0x370...0x3FF, 0x1F00...0x1FFF: scripts.insert(.greek)
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: scripts.insert(.cyrillic)
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: scripts.insert(.arabic)
        case 0xF00...0xFFF: scripts.insert(.tibetan)
        case 0x1800...0x18AF: scripts.insert(.mongolian)
        default: if scalar.isHan { scripts.insert(.han) }
        }
    }
    return scripts.count > 1 && scripts != [.latin, .han]
}
