/// Made-up people and organizations with right check characters, for samples, benchmarks and tests.
///
/// An index gives the same identity every time, and other indexes give others. Names say that they are samples; order
/// numbers from 900 up are rarely given to anybody, but a number may still be somebody's: use them only in databases
/// marked as samples.
public enum SampleIdentities {
    /// So many resident ids are different; the index wraps around after that.
    public static let residentIDs = days * divisions.count * 100

    private static let divisions = ["320623", "320681", "320682"]
    private static let days = 8_766
    /// 1980-01-01, the first of `days` birth days up to 2003-12-31.
    private static let firstBirthDay = -7_305
    /// A prime that shares no factor with the counts below, so that neighbours look unlike and none come twice.
    private static let stride = 1_000_003

    /// A resident id of Nantong, born from 1980 to 2003.
    public static func residentID(_ index: Int) -> ResidentID {
        let place = wrapped(index, residentIDs)
        let born = Day(unchecked: firstBirthDay + place % days)
        return residentID(place / days, born: born)
    }

    /// A resident id of Nantong of someone born on this day; 300 indexes give different ones.
    public static func residentID(_ index: Int, born: Day) -> ResidentID {
        let place = ((index % 300) + 300) % 300
        let order = 900 + place / divisions.count
        let birthDay = padded(born.year, 4) + padded(born.month, 2) + padded(born.day, 2)
        return ResidentID(seventeen: divisions[place % divisions.count] + birthDay + String(order), birthDay: born)
    }

    /// A company's credit code of Nantong; 887,503,681 indexes give different ones.
    public static func creditCode(_ index: Int) -> CreditCode {
        let count = 31 * 31 * 31 * 31 * 31 * 31
        var place = wrapped(index, count)
        var bytes = Array("91320600MA".utf8)
        for _ in 0..<6 {
            bytes.append(CreditCode.byte(place % 31))
            place /= 31
        }
        return CreditCode(sixteen: bytes)
    }

    /// A mobile number; ten million indexes give different ones.
    public static func phoneNumber(_ index: Int) -> PhoneNumber {
        PhoneNumber(unchecked: "1380" + padded(((index % 10_000_000) + 10_000_000) % 10_000_000, 7))
    }

    /// A name of a person: 样例一 for 1, 样例一百二十 for 120; the index without its sign, below one hundred million.
    public static func personName(_ index: Int) -> String { "样例" + numeral(index) }

    /// A name of a company: 样例一科技有限公司 for 1.
    public static func companyName(_ index: Int) -> String { "样例" + numeral(index) + "科技有限公司" }

    private static func wrapped(_ index: Int, _ count: Int) -> Int {
        let place = index % count
        return (place < 0 ? place + count : place) * stride % count
    }

    /// A number in Chinese: 〇, 一, 十, 一百零一, 一万二千.
    private static func numeral(_ index: Int) -> String {
        let number = Int(index.magnitude % 100_000_000)
        let above = number / 10_000
        let below = number % 10_000
        guard above > 0 else { return number == 0 ? "〇" : short(number) }
        return short(above) + "万" + (below == 0 ? "" : (below < 1_000 ? "零" : "") + short(below, inside: true))
    }

    /// 1 to 9999 in Chinese; 10 to 19 begin with 十 where nothing stands before them.
    private static func short(_ number: Int, inside: Bool = false) -> String {
        let digits = Array("零一二三四五六七八九")
        var text = ""
        var gap = false
        for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                gap = !text.isEmpty
                continue
            }
            if gap { text += "零" }
            gap = false
            let bare = unit == 10 && digit == 1 && text.isEmpty && !inside
            text += (bare ? "" : String(digits[digit])) + name
        }
        return text
    }
}
