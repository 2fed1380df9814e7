import Zones

extension SubsidyLayer {
    /// A layer as it is written: `payer=formula`, and where it does not pay for the whole time `/FROM..UNTIL`, either day
    /// left out where it is open: `city=share-50/2024-10-25..2026-10-24`.
    ///
    /// Formulas: `full`, `half`, `share-PERCENT`, `above-lpr-BASISPOINTS`.
    public init?(_ text: String) {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, let payer = try? Code(String(sides[0])) else { return nil }
        let parts = sides[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let formula = Formula(String(parts[0])) else { return nil }
        var days: (from: Day?, until: Day?) = (nil, nil)
        if parts.count == 2 {
            guard let time = Self.time(parts[1]) else { return nil }
            days = time
        }
        self.init(payer: payer.text, formula: formula, from: days.from, until: days.until)
    }

    private static func time(_ text: Substring) -> (from: Day?, until: Day?)? {
        guard let dots = text.firstRange(of: "..") else { return nil }
        let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        let from = try? Day(iso: first)
        let until = try? Day(iso: last)
        guard (from != nil) == !first.isEmpty, (until != nil) == !last.isEmpty else { return nil }
        if let from, let until, from > until { return nil }
        return (from, until)
    }

    public var text: String {
        let days = from == nil && until == nil ? "" : "/\(from?.description ?? "")..\(until?.description ?? "")"
        return "\(payer)=\(formula.text)\(days)"
    }
}

extension SubsidyLayer.Formula {
    /// A formula as it is written; nil for anything else.
    public init?(_ text: String) {
        if text == "full" {
            self = .full
        } else if text == "half" {
            self = .share(Rate(partsPerMillion: 500_000))
        } else if text.hasPrefix("share-"), let rate = try? Rate(percent: String(text.dropFirst(6))), rate > .zero {
            self = .share(rate)
        } else if text.hasPrefix("above-lpr-"), let points = Int(text.dropFirst(10)), (0...10_000).contains(points),
            text.utf8.dropFirst(10).allSatisfy({ (0x30...0x39).contains($0) })
        {
            self = .aboveLPR(lessBasisPoints: points)
        } else {
            return nil
        }
    }

    public var text: String {
        switch self {
        case .full: "full"
        case .aboveLPR(let points): "above-lpr-\(points)"
        case .share(let share): "share-\(share)"
        }
    }
}
