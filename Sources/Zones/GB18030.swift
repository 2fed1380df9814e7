/// Whether bytes that are no UTF-8 could be GB18030 (GBK is a part of it): every sequence is complete and well formed
/// and at least one is a Chinese character of two bytes. A hint for a message, not proof.
public func looksLikeGB18030(_ bytes: [UInt8]) -> Bool {
    enum Expecting { case start, second, third, fourth }
    var expecting = Expecting.start
    var found = false
    for byte in bytes {
        switch expecting {
        case .start:
            if byte == 0x80 || byte == 0xFF { return false }
            if byte > 0x80 { expecting = .second }
        case .second:
            if (0x30...0x39).contains(byte) {
                expecting = .third
            } else if (0x40...0xFE).contains(byte), byte != 0x7F {
                found = true
                expecting = .start
            } else {
                return false
            }
        case .third:
            guard (0x81...0xFE).contains(byte) else { return false }
            expecting = .fourth
        case .fourth:
            guard (0x30...0x39).contains(byte) else { return false }
            found = true
            expecting = .start
        }
    }
    return found && expecting == .start
}
