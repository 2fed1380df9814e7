extension Registry {
    /// Every command of the program, by subject.
    public static let all = Registry(
        ZoneCommands.all + PersonCommands.all + OrganizationCommands.all + CalendarCommands.all + RateCommands.all
            + DocumentCommands.all + EventCommands.all
            + NoticeCommands.all + DatabaseCommands.all + PlainCommands.all
    )
}
