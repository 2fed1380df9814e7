/// Bytes that came from a file, a terminal or a socket, as text.
extension String {
    /// The text that these bytes are in UTF-8. Refuses the first ill-formed sequence and a NUL by its place; nothing
    /// becomes U+FFFD silently.
    public init(strictUTF8 bytes: [UInt8]) throws(TextRefusal) {
        do {
            let valid = try UTF8Span(validating: bytes.span)
            if let nul = bytes.firstIndex(of: 0) { throw TextRefusal.control("\0", position: nul + 1) }
            self.init(copying: valid)
        } catch let error as UTF8.ValidationError {
            throw .notUTF8(byte: error.byteOffsets.lowerBound + 1, looksLikeGB18030: looksLikeGB18030(bytes))
        } catch let error as TextRefusal {
            throw error
        } catch {
            // Unreachable: the two types above are all that is thrown; the compiler joins them to `any Error`.
            throw .notUTF8(byte: 1, looksLikeGB18030: false)
        }
    }
}
