/// What the rule language can say, by the number that the collection of real rules gave it.
public enum Feature: Int, Sendable, Hashable, CaseIterable {
    /// Alternatives, each with conditions of its own.
    case alternatives = 1
    /// Spans of time from different days.
    case spans
    /// Two days within one window.
    case twoDates
    /// Insurance months: consecutive, cumulative, current, made up.
    case insuranceMonths
    /// People who are counted by conditions of their own.
    case countedPeople
    /// Steps, tiers, shares of costs, lower and upper limits.
    case formulas
    /// Stages under one cap.
    case stages
    /// Caps and "once" by person, organization, family, site, licence.
    case scopes
    /// What cannot be had together.
    case exclusions
    /// Benefits by the month.
    case months
    /// Transition: the day that chooses a version, late claims.
    case transition
    /// Documents promised now and delivered later.
    case promises
    /// A right that lapses when nobody claims it in time.
    case lapse
    /// What ends a benefit after it was granted.
    case termination
    /// Ratios, with bands by size.
    case ratios
    /// A rate relative to the LPR of a day.
    case lpr
    /// Conditions on spouse, guarantor and other loans.
    case otherPeople
    /// Who pays, in layers with shares.
    case payers
    /// An answer that says what is not known.
    case unknown

    /// `F1` to `F19`
    public var code: String { "F\(rawValue)" }
}

extension Feature {
    /// The features that a version uses, in order, read from what it says and not from what it claims.
    public static func used(
        by version: PolicyVersion,
        exclusions: [Exclusion],
        requirements: [Requirement],
        cases: [WorkedCase]
    ) -> [Feature] {
        var found: Set<Feature> = []
        let conditions =
            version.clauses.map(\.condition)
            + version.benefits.flatMap { [$0.condition, $0.ending].compactMap(\.self) }
        let expressions = conditions.compactMap { try? Parser.conditions($0) }
        let formulas = version.benefits.flatMap { [$0.amount, $0.cap, $0.months].compactMap(\.self) }
            .compactMap { try? Parser.formula($0) }
        for expression in expressions { expression.features(into: &found) }
        for formula in formulas { formula.features(into: &found) }
        for clauses in Dictionary(grouping: version.clauses, by: \.group).values
        where Set(clauses.map(\.alternative)).count > 1 { found.insert(.alternatives) }
        let spans = expressions.filter { if case .span = $0 { true } else { false } }
        let sameWindow = spans.contains { span in
            guard case .span(let event?, _, _, let anchor) = span else { return false }
            return spans.contains {
                if case .span(let other, _, _, anchor) = $0 { other != event } else { false }
            }
        }
        if sameWindow { found.insert(.twoDates) }
        for benefit in version.benefits {
            if benefit.stage != nil { found.insert(.stages) }
            if benefit.capScope != nil || !benefit.oncePer.isEmpty { found.insert(.scopes) }
            if benefit.kind == .monthly { found.insert(.months) }
            if benefit.kind == .loan, benefit.spread != nil { found.insert(.lpr) }
            if benefit.payers.count > 1 { found.insert(.payers) }
            if benefit.ending != nil { found.insert(.termination) }
        }
        if exclusions.contains(where: { $0.mode != .compatible }) { found.insert(.exclusions) }
        if version.anchor != .application || version.lateClaimUntil != nil { found.insert(.transition) }
        if requirements.contains(where: { $0.deferrableDays != nil }) { found.insert(.promises) }
        if cases.contains(where: { $0.verdict == .unknown }) { found.insert(.unknown) }
        return found.sorted { $0.rawValue < $1.rawValue }
    }
}

extension Expression {
    fileprivate func features(into found: inout Set<Feature>) {
        switch self {
        case .span(let event, let relation, _, _):
            found.insert(.spans)
            if event == nil, relation == .within || relation == .under { found.insert(.lapse) }
        case .aggregate(let aggregate, let list, _, let conditions):
            if list == "insurance" || aggregate == .streak || aggregate == .currentStreak {
                found.insert(.insuranceMonths)
            }
            if list == "hires", !conditions.isEmpty { found.insert(.countedPeople) }
        case .steps, .tiers, .choose: found.insert(.formulas)
        case .call(let name, _) where name == "min" || name == "max" || name == "prorate":
            found.insert(.formulas)
        case .share: found.insert(.formulas)
        case .compare(_, _, .share): found.insert(.ratios)
        case .name("lpr"): found.insert(.lpr)
        case .name(let name) where name.hasPrefix("spouse") || name.hasPrefix("guarantor") || name == "other_loans":
            found.insert(.otherPeople)
        default: break
        }
        parts.forEach { $0.features(into: &found) }
    }
}
