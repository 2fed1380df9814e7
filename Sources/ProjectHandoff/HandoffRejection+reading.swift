import Postgres
import Store

/// Runs a read that calls a function of the store, whose refusals come as the store's own rejections.
func explained<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as PostgresError {
        // The same table of SQLSTATEs that verbs are explained by.
        let reading = Verb<Void>(refusedAs: HandoffRejection.self, { _ in "" }, decode: { _ in })
        throw reading.explain(error)
    }
}
