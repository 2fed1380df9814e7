/// Why a text is not accepted. Positions count Unicode scalars from 1, bytes count from 1 too.
public enum TextRefusal: Error, Sendable, Hashable {
    /// The bytes are no UTF-8; `byte` is the first wrong one. They may be GB18030 (GBK), as Chinese offices save CSV.
    case notUTF8(byte: Int, looksLikeGB18030: Bool)
    /// Nothing was given, or only spaces.
    case empty
    /// More characters than the field takes.
    case tooLong(count: Int, limit: Int)
    /// A control character, U+2028 and U+2029 included: an escape, a line break, a NUL.
    case control(Unicode.Scalar, position: Int)
    /// A character that turns the direction of the text around it.
    case bidiControl(Unicode.Scalar, position: Int)
    /// A character that nobody sees: zero width, soft hyphen, byte order mark, filler, a selector after no ideograph.
    case invisible(Unicode.Scalar, position: Int)
    /// More marks on one letter than any script needs.
    case tooManyMarks(position: Int, limit: Int)
    /// U+FFFD, the trace of a character that was lost before.
    case replacement(position: Int)
    /// A code point that is no character in any text.
    case noncharacter(Unicode.Scalar, position: Int)
    /// A space at the beginning or the end.
    case surroundingSpace
    /// A space other than U+0020, such as the full-width one.
    case unusualSpace(Unicode.Scalar, position: Int)
    /// A dot that stands for the middle dot `·` U+00B7 of names.
    case otherMiddleDot(Unicode.Scalar, position: Int)
}
