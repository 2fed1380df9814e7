import TrainingSchedule
import Zones

extension SpecialDay {
    /// A warning about a session on such a day; nil where there is nothing to warn of.
    func told(_ day: Day) -> Text? {
        switch self {
        case .holiday: Text("注意：\(day) 是法定节假日", "mind: \(day) is a statutory holiday")
        case .makeup: nil
        case .unknown:
            Text(
                "注意：\(day.year) 年的节假日尚未导入，无法核对 \(day) 是否放假",
                "mind: the holidays of \(day.year) are not loaded, so nobody knows whether \(day) is one"
            )
        }
    }
}

extension SeriesPlan.Reason {
    /// Why a series leaves a day out.
    var told: Text {
        switch self {
        case .holiday: Text("法定节假日", "a statutory holiday")
        case .makeup: Text("调休上班日", "a make-up workday")
        case .excepted: Text("例外日期", "an excepted date")
        }
    }
}

extension SeriesPlan.Skipped {
    /// A day on which an edited series holds nothing.
    var told: Text {
        Text(
            "\(day) 是\(reason.told.zh)，该次不上课；series restore 可恢复",
            "\(day) is \(reason.told.en): nothing is held; series restore holds it after all"
        )
    }
}
