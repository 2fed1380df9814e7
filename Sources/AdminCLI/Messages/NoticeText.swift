import Casework
import Store
import Zones

/// A notice in words that can be pasted into a chat group as they are.
enum NoticeText {
    static func of(_ notice: NoticeRow) -> Text {
        let facts = Facts(notice.facts)
        if notice.kind.hasPrefix("session_"), notice.facts.count == 12 {
            let change = SessionNotice(kind: String(notice.kind.dropFirst(8)), facts)
            return facts[0].isEmpty ? change.toHomeZone : change.toClass
        }
        if let told = ofHandoff(notice.kind, facts) ?? ofLead(notice.kind, notice.subject, facts) { return told }
        if let claim = ClaimNotice.of(notice.kind, facts) { return claim }
        switch notice.kind {
        case "venue_lent", "instructor_lent": return lent(facts)
        case "venue_closed", "instructor_closed": return closed(notice.kind == "venue_closed", facts)
        case "waitlist_promoted":
            return Text(
                "【候补转正】报名 \(facts[0]) 已转为正式学员：\(facts[1])，\(DayWords.day(facts[2]).zh)开班。",
                "[A seat] \(facts[0]) has a seat in \(facts[1]) now, which starts \(DayWords.day(facts[2]).en)."
            )
        case "trainee_overlap":
            let other = facts[5].isEmpty ? Text("其他区的课", "a session of another zone") : Text(facts[5], facts[5])
            return Text(
                "【时间冲突】\(notice.recipient) 在 \(facts[0]) 的课与\(other.zh)时间冲突（\(DayWords.time(facts[3]).zh)起），请协调。",
                "[Overlap] \(notice.recipient): sessions of \(facts[0]) and \(other.en) overlap from "
                    + "\(DayWords.time(facts[3]).en); please settle it."
            )
        default:
            let plain = ([notice.kind] + notice.facts).filter { !$0.isEmpty }.joined(separator: " ")
            return Text(plain, plain)
        }
    }

    private static func lent(_ facts: Facts) -> Text {
        let days =
            [facts[2], facts[3]].contains { !$0.isEmpty }
            ? Text("，\(facts[2])～\(facts[3])", ", \(facts[2])–\(facts[3])") : Text("", "")
        let hours = facts[4].isEmpty ? Text("", "") : Text("，共 \(facts[4]) 学时", ", \(facts[4]) training hours")
        return Text(
            "【借用同意】\(facts[1]) 同意借用 \(facts[0])\(days.zh)\(hours.zh)。依据：\(facts[5])",
            "[Lent] \(facts[1]) lends \(facts[0])\(days.en)\(hours.en). Consent: \(facts[5])"
        )
    }

    private static func closed(_ isVenue: Bool, _ facts: Facts) -> Text {
        let noun = isVenue ? Text("场地", "room") : Text("讲师", "instructor")
        return Text(
            "【需要调整】\(noun.zh) \(facts[1]) 自 \(DayWords.time(facts[2]).zh) 至 \(DayWords.time(facts[3]).zh) 不可用，"
                + "课次 \(facts[0]) 请调整。",
            "[To be moved] \(noun.en) \(facts[1]) is not available from \(DayWords.time(facts[2]).en) to "
                + "\(DayWords.time(facts[3]).en); session \(facts[0]) needs another."
        )
    }
}

/// Days and times as a chat group reads them.
enum DayWords {
    private static let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    private static let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `9月3日（周二）`, `Tue 2024-09-03`; a text that is no day stays as it is.
    static func day(_ text: String) -> Text {
        guard let day = try? Day(iso: String(text.prefix(10))) else { return Text(text, text) }
        return Text("\(day.month)月\(day.day)日（\(zh[day.weekday - 1])）", "\(en[day.weekday - 1]) \(day)")
    }

    /// The day and the time of it.
    static func time(_ text: String) -> Text {
        let clock = text.suffix(5)
        return Text(day(text).zh + clock, day(text).en + " " + clock)
    }

    /// `9月3日（周二）19:00–21:00`
    static func span(_ from: String, _ until: String) -> Text {
        Text(time(from).zh + "–" + until.suffix(5), time(from).en + "–" + until.suffix(5))
    }
}
