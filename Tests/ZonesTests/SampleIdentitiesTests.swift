import Testing

@testable import Zones

@Suite struct SampleIdentitiesTests {
    @Test func `every sample is accepted without a warning and none comes twice`() throws {
        let divisions = try DataFiles.divisions()
        let today = try day("2024-10-19")
        var ids: Set<String> = []
        var codes: Set<String> = []
        for index in 0..<3_000 {
            let id = SampleIdentities.residentID(index)
            let parsed = try ResidentID(id.number, on: today, divisions: divisions)
            #expect(parsed == id)
            #expect(parsed.warnings(on: today, divisions: divisions).isEmpty)
            #expect((18...50).contains(parsed.age(on: today)))
            ids.insert(id.number)
            let code = SampleIdentities.creditCode(index)
            #expect(try CreditCode(code.text) == code)
            codes.insert(code.text)
            let phone = SampleIdentities.phoneNumber(index)
            #expect(try PhoneNumber(phone.number) == phone)
            #expect(phone.warnings.isEmpty)
        }
        #expect(ids.count == 3_000)
        #expect(codes.count == 3_000)
    }

    @Test func `an index gives the same sample every time, negative ones included`() throws {
        #expect(SampleIdentities.residentID(17) == SampleIdentities.residentID(17))
        for index in [-1, Int.min, Int.max, SampleIdentities.residentIDs] {
            #expect(try ResidentID(stored: SampleIdentities.residentID(index).number).document == .residentCard)
            #expect(try CreditCode(SampleIdentities.creditCode(index).text).kind == .company)
            #expect(SampleIdentities.phoneNumber(index).isMobile)
        }
    }

    @Test func `300 samples are born on any one day`() throws {
        let born = try day("2000-02-29")
        let ids = Set((0..<300).map { SampleIdentities.residentID($0, born: born).number })
        #expect(ids.count == 300)
        #expect(try ids.allSatisfy { try ResidentID(stored: $0).birthDay == born })
    }

    @Test(arguments: [
        (0, "〇"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
        (1_000, "一千"), (1_001, "一千零一"), (1_010, "一千零一十"), (9_999, "九千九百九十九"), (10_000, "一万"), (10_001, "一万零一"),
        (10_010, "一万零一十"), (12_000, "一万二千"), (100_000, "十万"), (-5, "五"),
    ])
    func `names of samples are numbered in Chinese`(_ index: Int, _ numeral: String) throws {
        #expect(SampleIdentities.personName(index) == "样例" + numeral)
        #expect(SampleIdentities.companyName(index) == "样例" + numeral + "科技有限公司")
        #expect(try PersonName(SampleIdentities.personName(index)).warnings.isEmpty)
    }
}
