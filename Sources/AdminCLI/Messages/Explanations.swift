import Postgres
import ProjectHandoff
import StartupEligibility
import Store
import TalentEnrollment
import TrainingSchedule
import Zones

/// Every code that an error can carry, for `explain`.
enum Explanations {
    /// The types whose errors carry codes; each module's rejection is one line here.
    static let types: [any Explained.Type] = [
        LineFault.self, GrammarFault.self, ValueFault.self, RefusedValue.self, FileFault.self, ImportFault.self,
        SheetFault.self,
        DataRefusal.self, RunFault.self, HelpFault.self, Bug.self,
        PostgresError.self, DatabaseFault.self, SchemaMismatch.self, MigrationRefusal.self, ClusterFault.self,
        CoreRejection.self, PersonRejection.self, KeyFault.self, CalendarRefusal.self, RateRefusal.self,
        SealFault.self, ChainFault.self, ActorRejection.self, BackupFault.self,
        EnrollmentRejection.self, ScheduleRejection.self, HandoffRejection.self, EligibilityRejection.self,
        ClaimRejection.self, LoanRefusal.self, LoanRejection.self, PaymentRejection.self,
    ]

    /// All entries in the order of the types.
    static var all: [Explanation] { types.flatMap { $0.explanations } }
}
