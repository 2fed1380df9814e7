import Zones

/// A calendar as RFC 5545 has it: lines end in CRLF and are folded at 75 octets, never inside a character; times are
/// zone time, with the zone's definition beside them.
public struct ICalendar: Sendable {
    /// The name of the one time zone.
    public static let zone = "Asia/Shanghai"

    private var lines: [String]

    /// - Parameter name: what programs show as the calendar's name
    public init(name: String) {
        lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ZoneBridge//Training Schedule//ZH", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name), "X-WR-TIMEZONE:" + Self.zone,
            // Without summer time since 1992; earlier instants are refused at entry.
            "BEGIN:VTIMEZONE", "TZID:" + Self.zone, "BEGIN:STANDARD", "DTSTART:19920101T000000", "TZOFFSETFROM:+0800",
            "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
        ]
    }

    public mutating func add(_ event: CalendarEvent) {
        lines += [
            "BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + Self.utc(event.changed),
            "LAST-MODIFIED:" + Self.utc(event.changed), "SEQUENCE:\(event.sequence)",
            "STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"),
            "DTSTART;TZID=\(Self.zone):" + Self.local(event.starts),
            "DTEND;TZID=\(Self.zone):" + Self.local(event.ends),
            "SUMMARY:" + Self.escaped(event.summary),
        ]
        if let location = event.location { lines.append("LOCATION:" + Self.escaped(location)) }
        if let description = event.description { lines.append("DESCRIPTION:" + Self.escaped(description)) }
        // A cancelled session takes nobody's time.
        lines += ["TRANSP:" + (event.isCancelled ? "TRANSPARENT" : "OPAQUE"), "END:VEVENT"]
    }

    /// The whole calendar.
    public var text: String {
        (lines + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined()
    }

    /// A text value (RFC 5545, 3.3.11). Control characters, which it may not have, are left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A content line in pieces of at most 75 octets; each but the first begins with a space that counts.
    static func folded(_ line: String) -> String {
        var folded = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(scalar)
            octets += width
        }
        return folded
    }

    private static func local(_ instant: Instant) -> String {
        let text = Array(instant.description.utf8)
        // 2024-09-03T19:00:00+08:00
        return String(
            decoding: text.prefix(19).filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") },
            as: UTF8.self
        )
    }

    private static func utc(_ instant: Instant) -> String {
        guard let shifted = try? instant.adding(.seconds(-8 * 3_600)) else { return local(instant) + "Z" }
        return local(shifted) + "Z"
    }
}
