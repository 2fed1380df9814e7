import Store
import Zones

extension SeriesPlan {
    /// Plans a rule as it was typed, with the calendar of the database.
    ///
    /// Refuses `SCH30` a rule that cannot be planned, `COR08` a year whose holidays are not loaded.
    public init(
        _ session: Session,
        rule text: String,
        from start: Instant,
        except: [Day] = [],
        holidays: HolidayChoice = .skip,
        makeupDays: MakeupChoice = .hold
    ) throws {
        do {
            try self.init(
                RecurrenceRule(text),
                from: start,
                except: Set(except),
                holidays: holidays,
                makeupDays: makeupDays,
                calendar: CalendarStore.calendar(session)
            )
        } catch let refusal as RuleRefusal {
            throw ScheduleRejection.rule(refusal)
        } catch CalendarRefusal.yearNotLoaded(let year) {
            throw CoreRejection.calendarYearNotLoaded(year: "\(year)")
        }
    }
}
