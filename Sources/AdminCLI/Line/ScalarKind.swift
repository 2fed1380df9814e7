/// What a scalar may do to a line or a terminal.
enum ScalarKind: Equatable {
    case plain
    /// C0, DEL, C1: commands to a terminal.
    case control
    /// Reorders what follows on the screen.
    case bidi
    /// U+2028, U+2029: a line end to some programs only.
    case separator
    /// U+FEFF
    case byteOrderMark
    /// U+3000, U+00A0 and other spaces that look like the one between words.
    case wideSpace

    /// The kind of a scalar value; the first comparison answers for nearly all.
    @inline(__always)
    init(_ value: UInt32) {
        if value >= 0x20 && value < 0x7F || value >= 0x3001 && value < 0xFEFF {
            self = .plain
            return
        }
        self =
            switch value {
            case 0..<0x20, 0x7F..<0xA0: .control
            case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: .bidi
            case 0x2028, 0x2029: .separator
            case 0xFEFF: .byteOrderMark
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .wideSpace
            default: .plain
            }
    }
}
