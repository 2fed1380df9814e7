import Postgres
import Store

extension Performer {
    /// A command that the store did not permit leaves an event, in a transaction of its own. Failing to leave it changes
    /// nothing about the refusal, which the person sees either way.
    func noteDenial(_ error: any Error, _ line: ParsedLine) {
        let rejection = error as? CoreRejection ?? (error as? PostgresError).flatMap(CoreRejection.from)
        guard let rejection, rejection.exit == .notPermitted, !line.options.isDryRun,
            let session = try? source.session(line.options), session.connection.status == .idle
        else { return }
        _ = try? session.perform(
            AttemptStore.deny(noun: line.command.noun, verb: line.command.verb, code: rejection.code)
        )
    }
}
