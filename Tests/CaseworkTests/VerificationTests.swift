import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import Casework

struct VerificationCodeTests {
    private let characters = Array("0123456789ABCDEFGHJKMNPQRSTVWXY")

    private func codes(_ count: Int) -> [VerificationCode] {
        var generator = Numbers(seed: 11)
        return (0..<count).map { _ in VerificationCode(using: &generator) }
    }

    @Test func `a code is twelve characters in three groups, and reads back as people type it`() throws {
        for code in codes(200) {
            #expect(code.text.count == 12 && code.text.allSatisfy { characters.contains($0) })
            #expect(code.description.split(separator: "-").map(\.count) == [4, 4, 4])
            let typed = [code.text, code.description, code.text.lowercased(), " \(code.description.lowercased()) "]
            for text in typed { #expect(try VerificationCode(typed: text) == code) }
            let confused = code.text.replacing("0", with: "o").replacing("1", with: "l")
            #expect(try VerificationCode(typed: confused) == code)
        }
    }

    @Test func `every wrong character and every swap of neighbours is noticed`() {
        for code in codes(20) {
            let text = Array(code.text)
            for position in text.indices {
                for character in characters where character != text[position] {
                    var wrong = text
                    wrong[position] = character
                    #expect(throws: VerificationCode.Refusal.check) { try VerificationCode(typed: String(wrong)) }
                }
                guard position > 0, text[position] != text[position - 1] else { continue }
                var swapped = text
                swapped.swapAt(position, position - 1)
                #expect(throws: VerificationCode.Refusal.check) { try VerificationCode(typed: String(swapped)) }
            }
        }
    }

    @Test func `another length and foreign characters are refused`() {
        #expect(throws: VerificationCode.Refusal.length(0)) { try VerificationCode(typed: "") }
        #expect(throws: VerificationCode.Refusal.length(11)) { try VerificationCode(typed: "00000000000") }
        for foreign in ["U", "Z", "*", "０", "é", "\n", "\u{0}"] {
            #expect(throws: VerificationCode.Refusal.foreignCharacter) { try VerificationCode(typed: "0000" + foreign) }
        }
    }

    @Test func `ten thousand codes are all different`() {
        #expect(Set(codes(10_000)).count == 10_000)
    }
}

@Suite(.database)
struct VerificationStoreTests {
    @Test func `a code shows what was meant for strangers, to every zone, and nothing else exists`() throws {
        var generator = Numbers(seed: 3)
        let code = VerificationCode(using: &generator)
        let other = VerificationCode(using: &generator)
        let issued = try Instant(iso: "2024-10-19T12:00")
        try TestDatabase.current.connection().execute(
            """
            insert into core.verification_code (code, zone_id, kind, subject, shown, issued_at)
            select \(code.text), id, 'certificate', 'enrollment:E-1', array['人才夜课堂', '2024-10-19'], \(issued)
            from core.zone where code = 'ETDZ'
            """
        )
        for (login, zone) in [("officer_etdz", "ETDZ"), ("officer_inno", "INNO")] {
            let session = try TestDatabase.current.session(as: login, zone: zone)
            let paper = try VerificationStore.paper(session, code)
            #expect(paper == VerifiedPaper(kind: "certificate", shown: ["人才夜课堂", "2024-10-19"], issuedAt: issued))
            #expect(try VerificationStore.paper(session, other) == nil)
            #expect(throws: PostgresError.self) {
                try session.connection.value("select count(*) from core.verification_code", as: Int.self)
            }
        }
    }

    @Test func `every code that the program makes is one that the store takes`() throws {
        var generator = Numbers(seed: 5)
        let codes = (0..<200).map { _ in VerificationCode(using: &generator).text }
        let taken = try TestDatabase.current.connection().execute(
            """
            insert into core.verification_code (code, zone_id, kind, subject, shown, issued_at)
            select c, z.id, 'k', 's', '{}', now() from unnest(\(codes)) as c, core.zone z where z.code = 'ETDZ'
            """
        )
        #expect(taken == 200)
    }
}
