/// What a single Unicode scalar is, as far as the rules for text need it.
extension Unicode.Scalar {
    /// A Han ideograph proper: every extension, and 〇, but no compatibility form and no radical.
    var isHan: Bool { properties.isUnifiedIdeograph || value == 0x3007 }

    /// A compatibility form of an ideograph: another code point for the same character, kept as people gave it.
    var isCompatibilityIdeograph: Bool {
        ((0xF900...0xFAFF).contains(value) || (0x2F800...0x2FA1F).contains(value)) && !properties.isUnifiedIdeograph
    }

    /// A radical of a dictionary (⼀) that looks like an ideograph (一).
    var isRadical: Bool { (0x2E80...0x2FD5).contains(value) }

    /// A code point whose meaning only some fonts agree on; rare names were typed so before Unicode had them.
    var isPrivateUse: Bool { properties.generalCategory == .privateUse }

    /// A control character or a separator of lines and paragraphs.
    var isControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Changes the direction of the text around it.
    var isBidiControl: Bool { properties.isBidiControl }

    /// Selects a form of the ideograph before it.
    var isVariationSelector: Bool { properties.isVariationSelector }

    /// Shows nothing: format characters, fillers, and the Braille blank.
    var isInvisible: Bool {
        properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format || value == 0x2800
    }

    /// A mark that is drawn on the letter before it.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// A dot that people type where names have `·` U+00B7.
    var isOtherMiddleDot: Bool {
        switch value {
        case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF0E, 0xFF65: true
        default: false
        }
    }

    /// The half-width form of a full-width letter, digit or sign (`３` to `3`), or the scalar itself.
    var halfWidth: Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(value) else { return self }
        return Unicode.Scalar(value - 0xFEE0) ?? self
    }
}
