import Testing

@testable import Zones

@Suite struct MoneyTests {
    @Test(arguments: [
        ("0", 0), ("0.00", 0), ("0.01", 1), ("5", 500), ("5.5", 550), ("200000.00", 20_000_000),
        ("200000.01", 20_000_001),
        ("92233720368547758.07", Int64.max),
    ])
    func `yuan become fen`(_ text: String, _ fen: Int64) throws {
        #expect(try Money(yuan: text).fen == fen)
    }

    @Test(arguments: [
        ("-1", DecimalRefusal.sign), ("-0.00", .sign), ("+5", .sign), ("0.001", .decimals(limit: 2)),
        ("0.005", .decimals(limit: 2)), ("1e3", .character("e")), ("1,000.00", .separators(without: "1000.00")),
        ("￥100", .character("￥")), ("¥100", .character("¥")), ("100元", .character("元")), ("壹佰", .character("壹")),
        ("NaN", .character("N")), ("inf", .character("i")), ("0x10", .character("x")), (" 5", .space), ("5 ", .space),
        ("5\u{3000}", .space), ("1 000", .space), ("", .empty), (".5", .form), ("5.", .form), (".", .form),
        ("1.2.3", .form), ("00", .form), ("05.00", .form), ("１００", .character("１")), ("٥", .character("٥")),
        ("5\0", .character("\0")), ("5\r\n", .space), ("1,000元", .character(",")), ("3,35", .character(",")),
        (",000", .character(",")), ("1.0,00", .character(",")), ("12,345,678", .separators(without: "12345678")),
        ("2.5%", .character("%")),
        ("9223372036854775807", .tooLarge), ("92233720368547758.08", .tooLarge),
        ("99999999999999999999999999", .tooLarge),
        ("5\u{301}", .character("\u{301}")),
    ])
    func `another writing is refused with its reason`(_ text: String, _ refusal: DecimalRefusal) {
        #expect(throws: refusal) { try Money(yuan: text) }
    }

    @Test func `an amount is written with two decimals`() throws {
        #expect(Money(fen: 20_000_000).description == "200000.00")
        #expect(Money(fen: 5).description == "0.05")
        #expect(Money(fen: -5).description == "-0.05")
        #expect(Money(fen: -120).description == "-1.20")
        #expect(Money(fen: .max).description == "92233720368547758.07")
        #expect(Money(fen: .min).description == "-92233720368547758.08")
        var random = SeededRandom(4)
        for _ in 0..<1_000 {
            let money = Money(fen: Int64.random(in: 0...Int64.max, using: &random))
            #expect(try Money(yuan: money.description) == money)
        }
    }

    @Test func `what 64 bits cannot count is an overflow, never a trap`() {
        let (least, most) = (Money(fen: .min), Money(fen: .max))
        let fen = Money(fen: 1)
        #expect(throws: MoneyError.overflow) { try most.adding(fen) }
        #expect(throws: MoneyError.overflow) { try least.subtracting(fen) }
        #expect(throws: MoneyError.overflow) { try Money.zero.subtracting(least) }
        #expect(throws: MoneyError.overflow) { try most.multiplied(by: 2) }
        #expect(throws: MoneyError.overflow) { try least.multiplied(by: -1) }
        #expect(throws: MoneyError.overflow) { try most.multiplied(by: 2, over: 1) }
        #expect(throws: MoneyError.overflow) { try least.multiplied(by: .min, over: 1) }
        #expect(throws: MoneyError.overflow) { try most.multiplied(by: Rate(partsPerMillion: 1_000_001)) }
        #expect(throws: MoneyError.overflow) {
            try most.interest(at: Rate(partsPerMillion: .max), days: .max, yearDays: 360)
        }
        #expect(throws: MoneyError.overflow) { try Money.sum(repeatElement(Money(fen: 1 << 61), count: 4)) }
        #expect(throws: MoneyError.badShare) { try fen.multiplied(by: 1, over: 0) }
        #expect(throws: MoneyError.badShare) { try fen.interest(at: .one, days: 1, yearDays: 0) }
    }

    @Test func `sums and products are exact at the limits`() throws {
        #expect(try Money(fen: .max).subtracting(Money(fen: .max)) == .zero)
        #expect(try Money(fen: .max).multiplied(by: .max, over: .max) == Money(fen: .max))
        #expect(try Money(fen: .min).multiplied(by: .max, over: .max) == Money(fen: .min))
        #expect(try Money(fen: .min).multiplied(by: .one) == Money(fen: .min))
        #expect(try Money.sum([]) == .zero)
        #expect(try Money.sum((1...100).map { Money(fen: $0) }) == Money(fen: 5_050))
    }

    @Test(
        arguments: [
            (5, 1, 2, 3, 2), (-5, 1, 2, -3, -2), (4, 1, 3, 1, 1), (5, 1, 3, 2, 1), (6, 1, 3, 2, 2), (-4, 1, 3, -1, -1),
            (0, 7, 9, 0, 0), (1, 1, 2, 1, 0), (-1, 1, 2, -1, 0), (100, -1, 3, -33, -33),
        ] as [(Int64, Int64, Int64, Int64, Int64)]
    )
    func `a part of a fen is rounded half away from zero or down`(
        _ fen: Int64,
        _ numerator: Int64,
        _ denominator: Int64,
        _ half: Int64,
        _ down: Int64
    ) throws {
        #expect(try Money(fen: fen).multiplied(by: numerator, over: denominator).fen == half)
        #expect(try Money(fen: fen).multiplied(by: numerator, over: denominator, rounding: .down).fen == down)
    }

    @Test func `interest is principal times rate times days of the year`() throws {
        let principal = try Money(yuan: "200000")
        let rate = try Rate(percent: "3.10")
        #expect(try principal.interest(at: rate, days: 360, yearDays: 360) == Money(yuan: "6200"))
        #expect(try principal.interest(at: rate, days: 30, yearDays: 360) == Money(yuan: "516.67"))
        #expect(try principal.interest(at: rate, days: 30, yearDays: 360, rounding: .down) == Money(yuan: "516.66"))
        #expect(try principal.interest(at: rate, days: 365, yearDays: 365) == Money(yuan: "6200"))
        #expect(try principal.interest(at: .zero, days: 365, yearDays: 365) == .zero)
        #expect(try principal.multiplied(by: Rate(percent: "50")) == Money(yuan: "100000"))
    }
}
