/// Names as imports find them: spaces around and between the characters, other middle dots, full-width letters.
extension PersonName {
    /// A name in any form that can be read without guessing, and what was changed or seems odd. Control, invisible and
    /// direction-changing characters are refused here too: nobody knows what they stand for.
    public static func lenient(_ text: String) throws(TextRefusal) -> Noted<PersonName, TextWarning> {
        let mended = mendedName(text, dots: true)
        let name = try PersonName(mended.value)
        return Noted(value: name, warnings: mended.warnings + composition(mended.value, name.text) + name.warnings)
    }
}

extension OrganizationName {
    /// A name in any form that can be read without guessing, and what was changed or seems odd.
    public static func lenient(_ text: String) throws(TextRefusal) -> Noted<OrganizationName, TextWarning> {
        let mended = mendedName(text, dots: false)
        let name = try OrganizationName(mended.value)
        return Noted(value: name, warnings: mended.warnings + composition(mended.value, name.text) + name.warnings)
    }
}

/// The warning that a name was stored in normal form C, where it was given in another.
private func composition(_ given: String, _ stored: String) -> [TextWarning] {
    given.utf8.elementsEqual(stored.utf8) ? [] : [.composed]
}

private func mendedName(_ text: String, dots: Bool) -> Noted<String, TextWarning> {
    var warnings: [TextWarning] = []
    func note(_ warning: TextWarning) { if !warnings.contains(warning) { warnings.append(warning) } }
    let inner = trimmed(text)
    if !inner.utf8.elementsEqual(text.utf8) { note(.trimmed) }
    let scalars = Array(inner.unicodeScalars)
    var mended = String.UnicodeScalarView()
    var spaces: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
        if scalar.properties.isWhitespace, !scalar.isControl {
            spaces.append(scalar)
            continue
        }
        // Two-character names are often spread with spaces to the width of three: 张　三.
        let isSpread = mended.last?.isHan == true && scalar.isHan
        if isSpread ? !spaces.isEmpty : spaces.contains(where: { $0 != " " }) { note(.innerSpaces) }
        if !isSpread { for _ in spaces { mended.append(" ") } }
        spaces = []
        if dots, isMiddleDot(scalar, after: mended.last, before: index + 1 < scalars.count ? scalars[index + 1] : nil) {
            mended.append("·")
            note(.middleDot(scalar))
        } else if isLetterOrDigit(scalar.halfWidth) {
            // Letters and digits only: full-width brackets are usual in names of organizations and stay.
            if scalar.halfWidth != scalar { note(.fullWidth) }
            mended.append(scalar.halfWidth)
        } else {
            mended.append(scalar)
        }
    }
    return Noted(value: String(mended), warnings: warnings)
}

/// Whether a dot stands for `·`: one of its look-alikes, or a full stop between two ideographs.
private func isMiddleDot(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    scalar.isOtherMiddleDot || (scalar == "." && last?.isHan == true && next?.isHan == true)
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (UInt8(scalar.value).isASCIILetter || UInt8(scalar.value).digit != nil)
}
