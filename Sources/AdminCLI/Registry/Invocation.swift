import Store
import Zones

/// One parsed line: a command, the values of its fields, and the request under which it is done.
///
/// Every access names a field that the command declares; anything else is a mistake in the command, `CLI90`.
public struct Invocation: Sendable {
    public let command: Command
    /// In the order of the command's fields; nil where nothing was given.
    let values: [FieldValue?]
    /// Request id, content digest and business time of this line.
    public let request: Request
    /// The language of what is said to people.
    public let language: Language

    init(command: Command, values: [FieldValue?], request: Request, language: Language = .zh) {
        self.command = command
        self.values = values
        self.request = request
        self.language = language
    }

    /// Business time.
    public var at: Instant { request.at }

    /// True if the field was given or has a default.
    public func has(_ name: String) throws -> Bool { try value(name) != nil }

    /// True if the flag was given.
    public func flag(_ name: String) throws -> Bool { try value(name) != nil }

    func value(_ name: String) throws -> FieldValue? {
        guard let position = command.fields.firstIndex(where: { $0.name == name }) else {
            throw Misdeclared(command: command.name, field: name)
        }
        return values[position]
    }

    func misdeclared(_ name: String) -> Misdeclared { Misdeclared(command: command.name, field: name) }
}

/// A command asked for a field that it does not declare, or for another type: our own mistake.
struct Misdeclared: Error, Hashable {
    let command: String
    let field: String
}
