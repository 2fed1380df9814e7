import StartupEligibility

extension LoanRefusal: Explained {
    public var code: String { "ELG60" }

    public var zh: String {
        switch self {
        case .principalNotPositive: "贷款本金必须大于 0"
        case .principalTooLarge: "贷款本金超过 1000 亿元，无法计算"
        case .termOutOfRange(let months): "贷款期限 \(months) 个月不在 1–\(LoanTerms.longest) 个月之内"
        case .rateOutOfRange: "年利率应在 0–100% 之间"
        }
    }

    public var en: String {
        switch self {
        case .principalNotPositive: "a loan's principal must be above 0"
        case .principalTooLarge: "a principal above 100 billion yuan cannot be reckoned with"
        case .termOutOfRange(let months): "a term of \(months) months lies outside 1–\(LoanTerms.longest)"
        case .rateOutOfRange: "a yearly rate lies between 0 and 100 percent"
        }
    }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "ELG60",
                "贷款的本金、期限、利率必须能算出还款计划；金额到分，利率用百分数。",
                "A loan's principal, term and rate must make a schedule; amounts are in yuan and fen, rates in percent."
            )
        ]
    }
}
