/// A text that is compared, ordered and hashed by its UTF-8 bytes.
///
/// `String` compares by canonical equivalence, which takes U+F900 for U+8C48; a register of names must not.
struct CanonicalText: Sendable, Hashable, Comparable {
    let string: String

    static func == (a: CanonicalText, b: CanonicalText) -> Bool { a.string.utf8.elementsEqual(b.string.utf8) }

    static func < (a: CanonicalText, b: CanonicalText) -> Bool {
        a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var copy = string
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        // No byte of UTF-8, so that two texts in a row hash by where the first one ends.
        hasher.combine(0xFF as UInt8)
    }
}

/// Normal form C.
///
/// The standard library has no supported name for it; `_nfcCodeUnits` is public and part of its stable binary
/// interface, holds the same tables that `String ==` uses, and costs no dependency. This file is the only one that
/// calls it, and its tests hold vectors of UAX #15, so a toolchain that changes it is noticed.
extension String {
    /// The text in normal form C: the key by which spellings of one name are found.
    var nfc: String {
        if unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return self }
        return String(decoding: _nfcCodeUnits, as: UTF8.self)
    }

    /// The text in normal form C, but for compatibility ideographs: NFC would replace U+F900 by U+8C48, and a name is
    /// kept as it was given. They neither combine with a neighbour nor let marks move past them, so what lies between
    /// them can be normalised part by part.
    var composed: String {
        guard unicodeScalars.contains(where: \.isCompatibilityIdeograph) else { return nfc }
        var result = ""
        var part = ""
        for scalar in unicodeScalars {
            if scalar.isCompatibilityIdeograph {
                result += part.nfc
                part = ""
                result.unicodeScalars.append(scalar)
            } else {
                part.unicodeScalars.append(scalar)
            }
        }
        return result + part.nfc
    }
}
