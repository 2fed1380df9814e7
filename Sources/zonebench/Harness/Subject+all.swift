extension Subject {
    /// Every subject, in the order in which `zonebench all` measures; one a line.
    static let all: [Subject] = [
        .driver,
        .startup,
        .commands,
        .session,
        .sealing,
        .enrollment,
        .import,
        .schedule,
        .timetable,
        .handoff,
        .crash,
        .handoffCrash,
        .trust,
        .eligibility,
        .money,
        .moneyCrash,
    ]
}
