import SQL
import Testing

@testable import Zones

/// The data files as they are embedded in the binary.
enum DataFiles {
    static func text(_ name: String) throws -> String {
        let file = try #require(embeddedFiles(in: "data").first { $0.path == "data/\(name)" })
        return file.text.description
    }

    static func calendar() throws -> WorkingCalendar { try WorkingCalendar(csv: text("working-days.csv")) }
    static func rates() throws -> LoanPrimeRates { try LoanPrimeRates(csv: text("lpr.csv")) }
    static func divisions() throws -> DivisionCodes { try DivisionCodes(csv: text("division.csv")) }
}

/// A day by its ISO text, for tests.
func day(_ iso: String) throws -> Day { try Day(iso: iso) }
