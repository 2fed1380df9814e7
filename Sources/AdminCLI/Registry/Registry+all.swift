extension Registry {
    /// Every command of the program, by subject; one noun's list a line.
    public static let all = Registry(
        [
            ZoneCommands.all,
            PersonCommands.all,
            RetentionCommands.all,
            KeyCommands.all,
            OrganizationCommands.all,
            CalendarCommands.all,
            RateCommands.all,
            ProgramCommands.all,
            CohortCommands.all,
            EnrollmentCommands.all,
            WaitlistCommands.all,
            CourseCommands.all,
            InstructorCommands.all,
            VenueCommands.all,
            SessionCommands.all,
            AttendanceCommands.all,
            CompletionCommands.all,
            CertificateCommands.all,
            ProjectCommands.all,
            SquadCommands.all,
            HandoffCommands.all,
            CreditCommands.all,
            DocumentCommands.all,
            NoticeCommands.all,
            EventCommands.all,
            AuditCommands.all,
            DatabaseCommands.all,
            PlainCommands.all,
            HelpCommands.all,
        ].flatMap { $0 }
    )
}
