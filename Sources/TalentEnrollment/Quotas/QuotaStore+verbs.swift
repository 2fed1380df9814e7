import Store
import Zones

/// One change of a cohort's limits.
public enum QuotaChange: Sendable, Hashable {
    /// The number of seats of the cohort.
    case capacity(Int)
    /// Seats reserved for a zone, and perhaps the day on which unused ones join the pool.
    case zone(ZoneCode, seats: Int, releaseOn: Day?)
    /// The day on which unused seats of all quotas join the pool.
    case release(Day)
    /// Places for a unit of the active zone, which it fills by nomination.
    case unit(Code, places: Int)

    /// The change that was asked for, exactly one.
    ///
    /// - Throws: `EnrollmentRejection.quotaUnclear` for none or several.
    public init(zone: ZoneCode?, unit: Code?, seats: Int?, capacity: Int?, releaseOn: Day?) throws(EnrollmentRejection)
    {
        switch (zone, unit, seats, capacity, releaseOn) {
        case (nil, nil, nil, let capacity?, nil): self = .capacity(capacity)
        case (let zone?, nil, let seats?, nil, _): self = .zone(zone, seats: seats, releaseOn: releaseOn)
        case (nil, nil, nil, nil, let releaseOn?): self = .release(releaseOn)
        case (nil, let unit?, let seats?, nil, nil): self = .unit(unit, places: seats)
        default: throw .quotaUnclear
        }
    }
}

extension QuotaStore {
    /// Changes a limit of a cohort that the active zone hosts (places of units: takes part in); seats that it frees go to
    /// the queue. Answers what became of those who waited.
    ///
    /// Refused with `ENR33` for a quota larger than what is free, `ENR34` for a capacity below the seats held.
    public static func set(cohort: Code, _ change: QuotaChange) -> Verb<[WaitlistOutcome]> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            switch change {
            case .capacity(let seats):
                "select enrollment.set_capacity(\(request), \(cohort), \(Int32(clamping: seats)))"
            case .zone(let zone, let seats, let day):
                "select enrollment.set_quota(\(request), \(cohort), \(zone), \(Int32(clamping: seats)), \(day))"
            case .release(let day):
                "select enrollment.set_quota(\(request), \(cohort), \(ZoneCode?.none), \(Int32?.none), \(day))"
            case .unit(let unit, let places):
                "select enrollment.allot(\(request), \(cohort), \(unit), \(Int32(clamping: places)))"
            }
        } decode: { columns throws(AnswerFault) in
            try WaitlistOutcome.decode(columns)
        }
    }
}
