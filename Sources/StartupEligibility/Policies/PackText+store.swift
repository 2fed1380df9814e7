import Store

extension PackText {
    /// A version of the register as lines.
    public static func of(_ session: Session, _ key: VersionKey) throws -> PackText {
        let head = try PolicyStore.version(session, key.policy, key.version)
        return PackText(
            try PolicyStore.show(session, key.policy),
            head,
            try PolicyStore.provisions(session, head),
            exclusions: try PolicyStore.exclusions(session, head),
            requirements: try PolicyStore.requirements(session, head),
            steps: try PolicyStore.steps(session, head),
            cases: try PolicyStore.cases(session, head)
        )
    }

    /// The lines without the version's own code, so that two versions can be compared.
    public func lines(without key: VersionKey) -> [String] {
        let own = " --version \(key.version)"
        return lines.map { line in
            guard let range = line.firstRange(of: own) else { return line }
            return String(line[..<range.lowerBound]) + String(line[range.upperBound...])
        }
    }
}

extension Feature {
    /// The features that a version of the register uses.
    public static func used(_ session: Session, _ head: VersionHead) throws -> [Feature] {
        used(
            by: try PolicyStore.provisions(session, head),
            exclusions: try PolicyStore.exclusions(session, head),
            requirements: try PolicyStore.requirements(session, head),
            cases: try PolicyStore.cases(session, head)
        )
    }
}
