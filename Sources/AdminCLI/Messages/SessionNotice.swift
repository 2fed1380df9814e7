import Store

/// The twelve facts of a session's change, in words.
struct SessionNotice {
    let kind: String
    let code, course, cohort: String
    let old, new: Text
    let oldPlace, newPlace: String
    let oldTeacher, newTeacher: String
    /// Of a notice to a home zone the contact.
    let reason: String

    init(kind: String, _ facts: Facts) {
        self.kind = kind
        (code, course, cohort) = (facts[0], facts[1], facts[2])
        old = DayWords.span(facts[3], facts[4])
        new = DayWords.span(facts[7], facts[8])
        (oldPlace, newPlace) = (facts[5], facts[9])
        (oldTeacher, newTeacher) = (facts[6], facts[10])
        reason = facts[11]
    }

    /// For the class.
    var toClass: Text {
        let why = reason.isEmpty ? Text("", "") : Text("原因：\(reason)。", " Reason: \(reason).")
        let what = change
        return Text(
            "【\(title.zh)】\(cohort) 各位学员：《\(course)》\(what.zh)。\(why.zh)请相互转告。（\(code)）",
            "[\(title.en)] \(cohort): \(course) \(what.en).\(why.en) Please pass it on. (\(code))"
        )
    }

    /// For the zone that lends an instructor, and has no part in the class.
    var toHomeZone: Text {
        let was = Text("原定\(old.zh)", "planned \(old.en)")
        let teacher = newTeacher.isEmpty ? oldTeacher : newTeacher
        let what: Text
        switch kind {
        case "cancelled": what = Text("\(was.zh)的课已取消", "the session \(was.en) is cancelled")
        case "substituted":
            what = Text(
                "\(old.zh)的课改由 \(newTeacher) 讲授（原 \(oldTeacher)）",
                "the session \(old.en) is given by \(newTeacher), not \(oldTeacher)"
            )
        case "reinstated": what = Text("\(new.zh)的课恢复", "the session \(new.en) is held after all")
        default: what = Text("\(was.zh)的课改为\(new.zh)", "the session \(was.en) takes place \(new.en)")
        }
        return Text(
            "【讲师安排变动】\(teacher)：\(what.zh)。详情请联系 \(reason)。",
            "[Instructor] \(teacher): \(what.en). Ask \(reason)."
        )
    }

    private var title: Text {
        switch kind {
        case "cancelled": Text("停课通知", "Cancelled")
        case "substituted": Text("代课通知", "Substitute")
        case "reinstated": Text("恢复上课", "Held after all")
        case "corrected": Text("记录更正", "Corrected")
        default: Text("调课通知", "Moved")
        }
    }

    private var change: Text {
        switch kind {
        case "cancelled": return Text("原定\(old.zh)（\(oldPlace)）的课取消", "of \(old.en) (\(oldPlace)) is cancelled")
        case "substituted":
            let before = oldTeacher.isEmpty ? Text("", "") : Text("（原 \(oldTeacher)）", ", not by \(oldTeacher)")
            return Text(
                "\(new.zh)（\(newPlace)）的课由 \(newTeacher) 讲授\(before.zh)",
                "of \(new.en) (\(newPlace)) is taught by \(newTeacher)\(before.en)"
            )
        case "reinstated": return Text("\(new.zh)（\(newPlace)）照常上课", "of \(new.en) (\(newPlace)) is held after all")
        case "corrected":
            return Text("\(new.zh)（\(newPlace)）的记录已更正", "of \(new.en) (\(newPlace)): the record was corrected")
        default:
            return Text(
                "原定\(old.zh)（\(oldPlace)），改为\(new.zh)（\(newPlace)）",
                "planned \(old.en) (\(oldPlace)) takes place \(new.en) (\(newPlace))"
            )
        }
    }
}
