extension Registry {
    /// Every command of the program, by subject.
    public static let all = Registry(
        []
    )
}
