import Testing

@testable import Zones

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        "13800000001", "19912345678", "0513-85981234", "010-62345678", "025-8598123", "0371-55512345", "0513-2598123",
    ])
    func `mobiles and landlines have one form each`(_ text: String) throws {
        let phone = try PhoneNumber(text)
        #expect(phone.number == text)
        #expect(phone.isMobile == text.hasPrefix("1"))
        #expect(phone.warnings.isEmpty)
    }

    @Test(arguments: [
        ("", PhoneRefusal.empty), ("138000000012", .length(12)), ("1380000000", .length(10)),
        ("12345678901", .mobilePrefix),
        ("23800000001", .mobilePrefix), ("+8613800000001", .character("+", position: 1)),
        ("１3800000001", .character("１", position: 1)),
        ("138 0000 0001", .character(" ", position: 4)), ("1.38E+10", .spreadsheetNumber), ("0513-05981234", .landline),
        ("138-0000-0001", .landline), ("513-85981234", .landline), ("0513-859812", .landline),
        ("0513-859812345", .landline),
        ("05-85981234", .landline), ("0513-8598-1234", .landline), ("-85981234", .landline), ("0513-", .landline),
        ("000-85981234", .landline), ("037-55512345", .landline), ("0255-5512345", .landline), ("0513", .length(4)),
        ("138٠0000001", .character("٠", position: 4)),
    ])
    func `another form is refused with its reason`(_ text: String, _ refusal: PhoneRefusal) {
        #expect(throws: refusal) { try PhoneNumber(text) }
    }

    @Test func `ranges that people have are taken without a word, others with one`() throws {
        let personal = [
            "130", "139", "145", "147", "150", "153", "155", "159", "162", "165", "166", "167", "170", "173", "175",
            "178",
            "180", "189", "190", "193", "195", "199",
        ]
        for prefix in 130...199 {
            let usual =
                personal.contains(String(prefix)) || [13, 18].contains(prefix / 10)
                || [131, 151, 152, 156, 157, 158, 171, 172, 176, 177, 191, 192, 196, 197, 198].contains(prefix)
            let phone = try PhoneNumber("\(prefix)90000001")
            #expect(phone.warnings == (usual ? [] : [.unusualRange(String(prefix))]), "\(prefix)")
        }
        #expect(try PhoneNumber("17405000001").warnings.isEmpty)
        #expect(try PhoneNumber("17406000001").warnings == [.unusualRange("174")])
        #expect(try PhoneNumber("16100000001").warnings.isEmpty)
    }

    @Test func `no description or dump shows the number`() throws {
        let mobile = try PhoneNumber("13812345678")
        let landline = try PhoneNumber("0513-85981234")
        #expect(mobile.description == "138****5678")
        #expect(landline.description == "0513-****1234")
        var dumped = ""
        dump([mobile], to: &dumped)
        #expect(!"\([mobile]) \(String(reflecting: mobile)) \(dumped)".contains("1234"))
    }
}
