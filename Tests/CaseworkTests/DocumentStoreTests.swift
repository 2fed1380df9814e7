import Glibc
import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import Casework

@Suite(.database)
struct DocumentStoreTests {
    private let plan = Subject("project", "X1")

    private func add(_ session: Session, _ content: Content, to subject: Subject, code: String? = nil) throws -> String
    {
        try session.perform(
            DocumentStore.add(
                code: try code.map { try Code($0) },
                to: subject,
                title: "计划书",
                fileName: "plan.pdf",
                content: content
            )
        )
    }

    @Test func `a document is listed with its digest and comes back octet by octet`() throws {
        let session = try TestDatabase.current.session()
        let octets = (0...255).map { UInt8($0) } + Array("样例".utf8)
        let code = try add(session, Content(octets), to: plan)
        let row = try #require(try DocumentStore.list(session, subject: plan).first)
        #expect(row.code.text == code && row.size == octets.count && row.fileName == "plan.pdf")
        #expect(row.sha256 == SHA256.digest(of: octets).hexadecimal)
        let content = try #require(try DocumentStore.content(session, Code(code)))
        #expect(content.body?.octets == octets && content.sha256.hexadecimal == row.sha256)
        #expect(try DocumentStore.content(session, Code("NONE")) == nil)
    }

    @Test func `the same content under eight cases at once is stored once`() throws {
        let database = TestDatabase.current
        let outcomes = race(8) { index in
            try add(try database.session(), Content(Array("样例".utf8)), to: Subject("project", "X\(index)"))
        }
        #expect(Set(try outcomes.map { try $0.get() }).count == 8)
        #expect(try database.connection().value("select count(*) from core.content", as: Int.self) == 1)
        #expect(try database.connection().value("select count(*) from core.document", as: Int.self) == 8)
    }

    @Test func `one case takes a content once, and a code once`() throws {
        let session = try TestDatabase.current.session()
        _ = try add(session, Content([1]), to: plan, code: "D1")
        #expect(throws: CoreRejection.taken(rule: "document_once_per_subject")) {
            try add(session, Content([1]), to: plan)
        }
        #expect(throws: CoreRejection.taken(rule: "document_code_once")) {
            try add(session, Content([2]), to: plan, code: "D1")
        }
        #expect(try DocumentStore.list(session).count == 1)
    }

    @Test func `an empty content is a content`() throws {
        let session = try TestDatabase.current.session()
        let code = try add(session, Content([]), to: plan)
        #expect(try DocumentStore.content(session, Code(code))?.body?.octets == [])
    }

    @Test func `another zone sees no document, and a digest that it knows opens nothing`() throws {
        let database = TestDatabase.current
        let secret = Array("样例机密".utf8)
        let code = try add(try database.session(as: "officer_etdz"), Content(secret), to: plan, code: "D1")
        let other = try database.session(as: "officer_inno", zone: "INNO")
        #expect(try DocumentStore.list(other).isEmpty)
        #expect(try DocumentStore.content(other, Code(code)) == nil)
        // Registering the digest as if a directory held the content must not give the content away.
        let claimed = try add(
            other,
            Content(sha256: SHA256.digest(of: secret), size: secret.count),
            to: plan,
            code: "D9"
        )
        #expect(try DocumentStore.content(other, Code(claimed))?.body == nil)
    }

    @Test func `the store refuses a content that is not what its digest says`() throws {
        let session = try TestDatabase.current.session()
        let refused = failureName {
            _ = try session.connection.value(
                """
                select core.add_document(\(session.request()), null, 'project:X1', 't', 'f',
                    \(SHA256.digest(of: [1])), \(Int64(1)), \(Bytes([2])))
                """,
                as: [String?].self
            )
        }
        #expect(refused == "content_matches_its_hash")
    }
}

struct ContentFolderTests {
    private func withFolder(_ body: (ContentFolder) throws -> Void) throws {
        var template = Array("/tmp/zb-content-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try body(ContentFolder(path: path + "/documents"))
        _ = system("rm -rf '\(path)'")
    }

    @Test func `a content is kept once under its digest and comes back`() throws {
        try withFolder { folder in
            let octets = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let content = try folder.keep(octets)
            #expect(content.body == nil && content.size == octets.count)
            #expect(try folder.keep(octets) == content)
            #expect(try folder.octets(of: content.sha256) == octets)
            #expect(try folder.keep([]).size == 0)
        }
    }

    @Test func `eight writers of one content leave one complete file and no draft`() throws {
        try withFolder { folder in
            let octets = [UInt8](repeating: 7, count: 300_000)
            let outcomes = race(8) { _ in try folder.keep(octets) }
            for outcome in outcomes { #expect(throws: Never.self) { try outcome.get() } }
            let digest = SHA256.digest(of: octets)
            #expect(try folder.octets(of: digest) == octets)
            var count = 0
            let parent = folder.file(of: digest).split(separator: "/").dropLast().joined(separator: "/")
            let handle = try #require(opendir("/" + parent))
            while readdir(handle) != nil { count += 1 }
            closedir(handle)
            #expect(count == 3, "the file, . and ..")
        }
    }

    @Test func `a file that was changed is not handed out`() throws {
        try withFolder { folder in
            let content = try folder.keep([1, 2, 3])
            let path = folder.file(of: content.sha256)
            chmod(path, 0o640)
            let file = try #require(fopen(path, "w"))
            fputs("changed", file)
            fclose(file)
            #expect(throws: ContentFolder.Fault(path: path, number: 0)) { try folder.octets(of: content.sha256) }
        }
    }

    @Test func `a folder that cannot be is a fault with the system's reason`() throws {
        let folder = ContentFolder(path: "/dev/null/documents")
        let fault = #expect(throws: ContentFolder.Fault.self) { try folder.keep([1]) }
        #expect(fault?.number == ENOTDIR)
        #expect(throws: ContentFolder.Fault.self) { try folder.octets(of: SHA256.digest(of: [1])) }
    }
}
