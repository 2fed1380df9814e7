import Store

/// The seeded draw: applications in the order of SHA-256 over seed, a colon, and the application's code.
///
/// Anyone can repeat it from the seed and the list: `printf '%s' "$seed:$code" | sha256sum`, sorted.
public enum Draw {
    /// The codes in drawn order; equal digests, which nobody will see, by code.
    public static func order(_ codes: [String], seed: String) -> [String] {
        codes.map { (digest: digest($0, seed: seed) + Array($0.utf8), code: $0) }
            .sorted { $0.digest.lexicographicallyPrecedes($1.digest) }
            .map(\.code)
    }

    /// The 32 octets by which an application is drawn.
    public static func digest(_ code: String, seed: String) -> [UInt8] {
        SHA256.digest(of: seed + ":" + code).octets
    }
}

/// One application as a draw or a ranking placed it.
public struct Drawn: Sendable, Hashable {
    /// 1 for the first in the order.
    public let position: Int
    public let enrollment: String
    public let zone: String
    /// `admitted` or `waitlisted`.
    public let state: EnrollmentState
    public let queueNumber: Int?

    /// Code, state, number, zone, four by four.
    static func decode(_ columns: [String?]) throws(AnswerFault) -> [Drawn] {
        guard columns.count.isMultiple(of: 4) else { throw AnswerFault(columns) }
        var drawn: [Drawn] = []
        for start in stride(from: 0, to: columns.count, by: 4) {
            guard let state = EnrollmentState(rawValue: try columns.column(start + 1)) else {
                throw AnswerFault(columns)
            }
            drawn.append(
                Drawn(
                    position: start / 4 + 1,
                    enrollment: try columns.column(start),
                    zone: try columns.column(start + 3),
                    state: state,
                    queueNumber: columns[start + 2] == nil ? nil : try columns.integer(start + 2)
                )
            )
        }
        return drawn
    }
}
