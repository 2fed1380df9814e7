import Casework
import Postgres
import Store

/// Where contents of documents go: the database, or the directory that `ZONECTL_DOCUMENTS` names.
enum DocumentFolder {
    private static var folder: ContentFolder? { Environment["ZONECTL_DOCUMENTS"].map(ContentFolder.init(path:)) }

    /// The content to register; with a directory, its octets are kept there first.
    static func content(_ octets: [UInt8]) throws(FileFault) -> Content {
        guard let folder else { return Content(octets) }
        do throws(ContentFolder.Fault) {
            return try folder.keep(octets)
        } catch {
            throw .unwritable(error.path, SystemError(number: error.number))
        }
    }

    /// The octets of a content that the database does not hold.
    static func octets(of sha256: Bytes) throws(FileFault) -> [UInt8] {
        guard let folder else { throw .notFound("$ZONECTL_DOCUMENTS/\(sha256.hexadecimal)") }
        do throws(ContentFolder.Fault) {
            return try folder.octets(of: sha256)
        } catch {
            throw error.number == 0 ? .damaged(error.path) : .unreadable(error.path, SystemError(number: error.number))
        }
    }
}
