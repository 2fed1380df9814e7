/// A code by which a stranger can check a paper: eleven random characters and a check character.
///
/// The alphabet is Crockford's base 32 (no I, L, O, U) without its last letter, so that its length is prime; the check
/// is the weighted sum of the eleven values modulo 31. One mistyped character and two swapped neighbours are noticed
/// before the store is asked.
public struct VerificationCode: Sendable, Hashable, CustomStringConvertible {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXY".utf8)
    /// A prime: every difference of values times every weight is another remainder.
    private static let modulus = 31

    public let text: String

    /// A new code; 54 random bits.
    public init(using generator: inout some RandomNumberGenerator) {
        let values = (0..<11).map { _ in Int.random(in: 0..<Self.modulus, using: &generator) }
        text = Self.spelled(values + [Self.check(values)])
    }

    /// Reads a code as people type it: lower case, spaces and hyphens are taken; o reads as 0, i and l as 1.
    ///
    /// - Throws: `Refusal` for another length, a foreign character, or a check character that does not fit.
    public init(typed: String) throws(Refusal) {
        var values: [Int] = []
        for octet in typed.utf8 where octet != UInt8(ascii: " ") && octet != UInt8(ascii: "-") {
            guard let value = Self.value(of: octet) else { throw .foreignCharacter }
            values.append(value)
        }
        guard values.count == 12 else { throw .length(values.count) }
        guard Self.check(values.dropLast()) == values[11] else { throw .check }
        text = Self.spelled(values)
    }

    /// The code in three groups of four, as it is printed.
    public var description: String {
        [text.prefix(4), text.dropFirst(4).prefix(4), text.suffix(4)].joined(separator: "-")
    }

    public enum Refusal: Error, Sendable, Hashable {
        case length(Int)
        case foreignCharacter
        case check
    }

    private static func value(of octet: UInt8) -> Int? {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value(of: octet - 32)
        case UInt8(ascii: "O"): 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        default: alphabet.firstIndex(of: octet)
        }
    }

    private static func check(_ values: some Collection<Int>) -> Int {
        zip(values, 1...).reduce(0) { ($0 + $1.0 * $1.1) % modulus }
    }

    private static func spelled(_ values: [Int]) -> String {
        String(decoding: values.map { alphabet[$0] }, as: UTF8.self)
    }
}
