import Testing

@testable import Zones

@Suite struct RateTests {
    @Test(arguments: [
        ("0", 0), ("3.35", 33_500), ("3.1", 31_000), ("4.1234", 41_234), ("100", 1_000_000), ("0.0001", 1),
        ("100.0000", 1_000_000),
    ])
    func `percent become parts per million`(_ text: String, _ parts: Int64) throws {
        #expect(try Rate(percent: text).partsPerMillion == parts)
    }

    @Test(arguments: [
        ("1000", DecimalRefusal.tooLarge), ("100.0001", .tooLarge), ("4.3500001", .decimals(limit: 4)), ("-1", .sign),
        ("3.35%", .character("%")), ("3,35", .character(",")), ("", .empty), ("3。35", .character("。")),
        ("9223372036854775807", .tooLarge),
    ])
    func `another writing is refused with its reason`(_ text: String, _ refusal: DecimalRefusal) {
        #expect(throws: refusal) { try Rate(percent: text) }
    }

    @Test(arguments: [
        (0, "0.00"), (33_500, "3.35"), (31_000, "3.10"), (41_234, "4.1234"), (41_230, "4.123"), (1_000_000, "100.00"),
        (1, "0.0001"), (-5_000, "-0.50"),
    ])
    func `a rate is written with the decimals it needs`(_ parts: Int64, _ text: String) {
        #expect(Rate(partsPerMillion: parts).description == text)
    }

    @Test func `rates are added and compared, and overflow is an error`() throws {
        let prime = try Rate(percent: "3.10")
        #expect(try prime.adding(Rate(percent: "0.5")) == Rate(percent: "3.6"))
        #expect(try prime.subtracting(Rate(percent: "1.5")) == Rate(percent: "1.6"))
        #expect(prime < .one)
        #expect(throws: MoneyError.overflow) { try Rate(partsPerMillion: .max).adding(prime) }
        #expect(throws: MoneyError.overflow) { try Rate(partsPerMillion: .min).subtracting(prime) }
    }
}
