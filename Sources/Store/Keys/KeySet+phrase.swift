extension KeySet {
    /// The keys that a phrase always gives, for tests: a key worth keeping is random.
    package init(phrase: String) {
        let octets = ["index", "root"].map { SHA256.digest(of: "\($0) \(phrase)").octets }
        guard let index = SecretKey(octets: octets[0]), let root = SecretKey(octets: octets[1]) else {
            preconditionFailure("SHA-256 has as many octets as a key")
        }
        self.init(index: index, root: root)
    }
}
