import Zones

/// The values of the global options.
struct Options: Sendable, Hashable {
    /// How results are written.
    enum Form: String, Sendable {
        /// A table on a terminal, else TSV.
        case automatic, tsv, csv, json
    }

    /// How a session file is committed.
    enum Transaction: String, Sendable, CaseIterable {
        case all, line
    }

    /// The encoding of session files.
    enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "utf-8"
        case gb18030
    }

    var zone: ZoneCode?
    var role: String?
    var clock: Instant?
    var language = Language.zh
    var form = Form.automatic
    var bom = false
    var header = false
    var isDryRun = false
    var transaction = Transaction.all
    var keepGoing = false
    var resume = false
    var again = false
    var echo = false
    var yes = false
    var expected: Int?
    var dsn: String?
    var sample = false
    /// Canonical text of a UUID.
    var request: String?
    var encoding = Encoding.utf8

    /// Takes the value of an option.
    /// - Throws: GrammarFault.badOptionValue, .conflicting
    mutating func set(_ option: GlobalOption, to value: String) throws(GrammarFault) {
        switch option {
        case .zone:
            guard let code = try? ZoneCode(value) else { throw bad(option, value, "ETDZ") }
            zone = code
        case .role: role = value == "-" ? nil : value
        case .clock:
            guard let instant = try? Instant(iso: value) else { throw bad(option, value, "2024-09-03T19:00") }
            clock = instant
        case .lang:
            guard let chosen = Language(rawValue: value) else { throw bad(option, value, "zh, en") }
            language = chosen
        case .json: try choose(.json)
        case .csv: try choose(.csv)
        case .tsv: try choose(.tsv)
        case .bom: bom = true
        case .header: header = true
        case .dryRun: isDryRun = true
        case .tx:
            guard let chosen = Transaction(rawValue: value) else { throw bad(option, value, "all, line") }
            transaction = chosen
        case .keepGoing: keepGoing = true
        case .resume: resume = true
        case .again: again = true
        case .echo: echo = true
        case .yes: yes = true
        case .expect:
            guard let count = Digits.integer(value), count >= 0 else { throw bad(option, value, "0, 1, 2 …") }
            expected = count
        case .dsn: dsn = value
        case .sample: sample = true
        case .request:
            guard let id = Digits.uuid(value) else { throw bad(option, value, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx") }
            request = id
        case .encoding:
            guard let chosen = Encoding(rawValue: value.lowercased()) else {
                throw bad(option, value, "utf-8, gb18030")
            }
            encoding = chosen
        }
    }

    private mutating func choose(_ chosen: Form) throws(GrammarFault) {
        guard form == .automatic || form == chosen else {
            throw .conflicting("--" + form.rawValue, "--" + chosen.rawValue)
        }
        form = chosen
    }

    private func bad(_ option: GlobalOption, _ value: String, _ allowed: String) -> GrammarFault {
        .badOptionValue(option: option.name, value, allowed: allowed)
    }

    /// `checkTogether` with the place that a complaint points to.
    func checkedTogether(at offset: Int) throws(Located) {
        do throws(GrammarFault) { try checkTogether() } catch { throw Located(error, at: offset) }
    }

    /// Refuses options that make no sense together.
    func checkTogether() throws(GrammarFault) {
        if resume, transaction == .all { throw .conflicting("--resume", "--tx=all") }
        if bom, form != .csv { throw .badOptionValue(option: "--bom", "", allowed: "--csv --bom") }
        if sample, dsn != nil { throw .conflicting("--sample", "--dsn") }
    }
}
