import Postgres
import Zones

/// Where and as whom a session works.
public struct SessionConfiguration: Sendable {
    public var parameters: ConnectionParameters
    public var zone: ZoneCode?
    public var clock: BusinessClock
    public var keys: KeyLocation

    public init(
        parameters: ConnectionParameters,
        zone: ZoneCode? = nil,
        clock: BusinessClock = .machine,
        keys: KeyLocation = .server
    ) {
        self.parameters = parameters
        self.zone = zone
        self.clock = clock
        self.keys = keys
    }

    /// The parameters with the settings that every session starts with; sent with the start-up packet, they cost no
    /// round trip.
    var startupParameters: ConnectionParameters {
        var settings = [("TimeZone", "Asia/Shanghai"), ("zonebridge.os_user", OSUser.name)]
        if let zone { settings.append(("zonebridge.zone", zone.text)) }
        return parameters.adding(settings: settings)
    }
}

extension ConnectionParameters {
    /// These parameters with run-time settings appended to libpq's `options`, after those of `PGOPTIONS`.
    func adding(settings: [(name: String, value: String)]) -> ConnectionParameters {
        var options: [String] = []
        if let existing = self["options"] ?? Environment["PGOPTIONS"] { options.append(existing) }
        for setting in settings {
            options.append("-c \(setting.name)=\(Self.escapedOption(setting.value))")
        }
        return setting("options", to: options.joined(separator: " "))
    }

    /// In `options`, a backslash protects white space and itself.
    private static func escapedOption(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            if character == "\\" || character.properties.isWhitespace { escaped.append("\\") }
            escaped.unicodeScalars.append(character)
        }
        return escaped
    }
}
