import Testing

@testable import Zones

@Suite struct LenientTests {
    @Test(
        arguments: [
            ("2026-03-05", []), ("2026/3/5", [.form]), ("2026-3-5", [.form]), ("2026.3.5", [.form]),
            ("2026年3月5日", [.form]),
            ("2026年03月05日", [.form]), ("2026年3月5号", [.form]), ("20260305", [.form]), ("２０２６/３/５", [.fullWidth, .form]),
            ("２０２６－０３－０５", [.fullWidth]), (" 2026-03-05\u{3000}", [.spaces]), ("2026 年 3 月 5 日", [.spaces, .form]),
            ("2026-03-05 00:00:00", [.midnight]), ("2026/3/5 0:00", [.midnight, .form]),
            ("2026-03-05T00:00:00", [.midnight]),
        ] as [(String, [DayWarning])]
    )
    func `a day in the forms of offices is read and said so`(_ text: String, _ warnings: [DayWarning]) throws {
        let read = try Day.lenient(text)
        #expect(try read.value == day("2026-03-05"))
        #expect(read.warnings == warnings)
    }

    @Test(arguments: [
        ("", DayRefusal.empty), (" ", .empty), ("02/03/2024", .form), ("3/5", .form), ("26/3/5", .form),
        ("2026/3", .form),
        ("2026-3/5", .form), ("2026年3月", .form), ("2026-03-05 19:00", .form), ("today", .form), ("45356", .form),
        ("2026030", .form), ("202603051", .form), ("2026/003/5", .form), ("二〇二六年三月五日", .form), ("2026--05", .form),
        ("2024/2/30", .dayOfMonth(30, lastDay: 29)), ("20241301", .month(13)), ("2026/3/5/6", .form),
        ("٢٠٢٦/3/5", .form),
        ("00000101", .year(0)), ("2026/3/5\r\n2", .form),
    ])
    func `a day that could be another is refused`(_ text: String, _ refusal: DayRefusal) {
        #expect(throws: refusal) { try Day.lenient(text) }
    }

    @Test func `a resident id in the forms of offices is read and said so`() throws {
        let divisions = try DataFiles.divisions()
        let today = try day("2024-10-19")
        for (text, warnings) in [
            ("320602198501095172", []), ("３２０６０２１９８５０１０９５１７２", [.fullWidth]),
            ("320602 19850109 5172", [.separators]), ("'320602198501095172", [.textMark]),
            ("’320602198501095172", [.textMark]),
            ("\u{202D}320602198501095172\u{202C}", [.invisible]), ("320602-19850109-5172\u{A0}", [.separators]),
        ] as [(String, [NumberWarning])] {
            let read = try ResidentID.lenient(text, on: today, divisions: divisions)
            #expect(read.value.number == "320602198501095172")
            #expect(read.warnings == warnings)
        }
        #expect(
            try ResidentID.lenient("32061119990525189ｘ", on: today, divisions: divisions).value.number.hasSuffix("X")
        )
        for (text, refusal) in [
            ("3.20602E+17", ResidentIDRefusal.spreadsheetNumber), ("3.20602E＋17", .spreadsheetNumber),
            ("320602850109517", .fifteenDigits(modern: "320602198501095172")), ("", .empty), ("　", .empty),
            ("320602'198501095172", .length(19)),
            ("３２０６０２１９８５０１０９５１７３", .checkCharacter), ("320602\n198501095172", .length(19)),
        ] {
            #expect(throws: refusal) { try ResidentID.lenient(text, on: today, divisions: divisions) }
        }
    }

    @Test func `a credit code in the forms of offices is read and said so`() throws {
        let read = try CreditCode.lenient("９1320691-ma1w0dxn1n ")
        #expect(read.value.text == "91320691MA1W0DXN1N")
        #expect(read.warnings == [.fullWidth, .separators])
        #expect(throws: CreditCodeRefusal.checkCharacter) { try CreditCode.lenient("91320691 MA1W0DXN1M") }
    }

    @Test(
        arguments: [
            ("13800000001", "13800000001", []), ("+86 138 0000 0001", "13800000001", [.separators, .countryCode]),
            ("+8613800000001", "13800000001", [.countryCode]),
            ("86-13800000001", "13800000001", [.separators, .countryCode]),
            ("008613800000001", "13800000001", [.countryCode]),
            ("１３８０００００００１", "13800000001", [.fullWidth]), ("138-0000-0001", "13800000001", [.separators]),
            ("\u{202D}138 0000 0001\u{202C}", "13800000001", [.invisible, .separators]),
            ("'13800000001", "13800000001", [.textMark]), ("(0513)85981234", "0513-85981234", [.separators]),
            ("（0513）85981234", "0513-85981234", [.fullWidth, .separators]), ("051385981234", "0513-85981234", []),
            ("+86 0513-85981234", "0513-85981234", [.separators, .countryCode]),
            ("025 85981234", "025-85981234", [.separators]),
        ] as [(String, String, [NumberWarning])]
    )
    func `a phone number in the forms of offices is read and said so`(
        _ text: String,
        _ number: String,
        _ warnings: [NumberWarning]
    ) throws {
        let read = try PhoneNumber.lenient(text)
        #expect(read.value.number == number)
        #expect(read.warnings == warnings)
    }

    @Test(arguments: [
        ("138000000012", PhoneRefusal.length(12)), ("+86 138 0000 00012", .length(12)),
        ("1.38E+10", .spreadsheetNumber),
        ("", .empty),
        ("１３８００００００１", .length(10)), ("86138000001", .mobilePrefix), ("无", .character("无", position: 1)),
        ("13800000001/13800000002", .character("/", position: 12)),
        ("138000x0001", .character("x", position: 7)),
    ])
    func `a phone number that could be another is refused`(_ text: String, _ refusal: PhoneRefusal) {
        #expect(throws: refusal) { try PhoneNumber.lenient(text) }
    }

    @Test(
        arguments: [
            ("样例一", "样例一", []), (" 样例一\u{A0}", "样例一", [.trimmed]), ("张\u{3000}三", "张三", [.innerSpaces]),
            ("张  三", "张三", [.innerSpaces]), ("阿卜杜拉•买买提", "阿卜杜拉·买买提", [.middleDot("•")]),
            ("阿卜杜拉・买买提", "阿卜杜拉·买买提", [.middleDot("・")]), ("阿卜杜拉．买买提", "阿卜杜拉·买买提", [.middleDot("．")]),
            ("阿卜杜拉.买买提", "阿卜杜拉·买买提", [.middleDot(".")]), ("J. Muster", "J. Muster", []),
            ("Zoe\u{308}", "Zo\u{EB}", [.composed]), ("样例Ａ１", "样例A1", [.fullWidth]),
            ("Anna\u{A0}Muster", "Anna Muster", [.innerSpaces]),
            ("张\u{E863}", "张\u{E863}", [.privateUse("\u{E863}", position: 2)]),
            ("\u{F900}", "\u{F900}", [.compatibilityIdeograph("\u{F900}", position: 1)]),
        ] as [(String, String, [TextWarning])]
    )
    func `a name in the forms of offices is read and said so`(
        _ text: String,
        _ name: String,
        _ warnings: [TextWarning]
    ) throws {
        let read = try PersonName.lenient(text)
        #expect(read.value.text.utf8.elementsEqual(name.utf8))
        #expect(read.warnings == warnings)
    }

    @Test(arguments: [
        ("", TextRefusal.empty), ("\u{3000}\u{A0}", .empty), ("张\u{200B}三", .invisible("\u{200B}", position: 2)),
        ("张\u{202E}三", .bidiControl("\u{202E}", position: 2)), ("张\n三", .control("\n", position: 2)),
        ("张\t三", .control("\t", position: 2)), ("张\u{FFFD}", .replacement(position: 2)),
    ])
    func `a name that hides something is refused in imports too`(_ text: String, _ refusal: TextRefusal) {
        #expect(throws: refusal) { try PersonName.lenient(text) }
        #expect(throws: refusal) { try OrganizationName.lenient(text) }
    }

    @Test func `a name of an organization keeps its brackets and dots`() throws {
        let read = try OrganizationName.lenient(" 样例（南通）科技・Ａ有限公司")
        #expect(read.value.text == "样例（南通）科技・A有限公司")
        #expect(read.warnings == [.trimmed, .fullWidth])
    }
}
