import Zones

/// Amounts in messages that come as fen from the store.
enum Yuan {
    /// `1234.50`; the text itself where it is no number.
    static func text(_ fen: String) -> String {
        Int64(fen).map { Money(fen: $0).description } ?? fen
    }
}
