/// Why the bytes of a line are refused before anybody asks what they mean.
enum LineFault: Error, Hashable {
    case notUTF8(byte: UInt8)
    case looksLikeGBK
    case looksLikeUTF16
    case notGB18030(byte: UInt8)
    case nul
    case control(UInt32)
    case loneCarriageReturn
    case bidi(UInt32)
    case separator(UInt32)
    case byteOrderMark
    /// The limit in bytes.
    case tooLong(limit: Int)
    /// `'` or `"`
    case unterminatedQuote(Character)
    case backslashAtEnd
    case wideSpace(UInt32)
}

/// A fault and the byte offset in the line.
struct LineError: Error, Hashable {
    let fault: LineFault
    let offset: Int
}
