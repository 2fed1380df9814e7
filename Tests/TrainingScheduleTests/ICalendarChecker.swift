import Foundation

/// A strict reader of RFC 5545 for what we emit: it refuses what a lenient one would put right.
struct ICalendarChecker {
    struct Fault: Error, CustomStringConvertible {
        let line: Int
        let what: String
        var description: String { "line \(line): \(what)" }
    }

    /// Properties of one event by name, values unescaped; parameters by property.
    struct Event: Equatable {
        var values: [String: String] = [:]
        var parameters: [String: [String: String]] = [:]
    }

    let events: [Event]
    let zones: Set<String>

    init(_ octets: [UInt8]) throws {
        var events: [Event] = []
        var zones: Set<String> = []
        var open: [String] = []
        var event: Event?
        for (index, line) in try Self.contentLines(octets).enumerated() {
            func fail(_ what: String) -> Fault { Fault(line: index + 1, what: what) }
            guard let colon = Self.colon(line) else { throw fail("no colon: \(line)") }
            let head = line[..<colon].split(separator: ";").map(String.init)
            let value = String(line[line.index(after: colon)...])
            let name = head[0]
            guard name.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2D }) else { throw fail("name \(name)") }
            switch name {
            case "BEGIN":
                open.append(value)
                if value == "VEVENT" { event = Event() }
            case "END":
                guard open.popLast() == value else { throw fail("END:\(value) closes nothing") }
                if value == "VEVENT", let done = event {
                    try Self.check(done, zones, index + 1)
                    events.append(done)
                    event = nil
                }
            case _ where open.last == "VEVENT":
                guard event?.values[name] == nil else { throw fail("\(name) twice") }
                event?.values[name] =
                    ["SUMMARY", "LOCATION", "DESCRIPTION", "UID"].contains(name)
                    ? try Self.unescaped(value, index + 1) : value
                for parameter in head.dropFirst() {
                    let pair = parameter.split(separator: "=", maxSplits: 1).map(String.init)
                    guard pair.count == 2 else { throw fail("parameter \(parameter)") }
                    event?.parameters[name, default: [:]][pair[0]] = pair[1]
                }
            case "TZID" where open.last == "VTIMEZONE": zones.insert(value)
            default:
                guard !open.isEmpty else { throw fail("\(name) outside") }
            }
        }
        guard open.isEmpty else { throw Fault(line: 0, what: "\(open) left open") }
        guard Set(events.map { $0.values["UID"] }).count == events.count else {
            throw Fault(line: 0, what: "a UID twice")
        }
        self.events = events
        self.zones = zones
    }

    /// Unfolded lines; every physical one ends in CRLF, has at most 75 octets, and is whole UTF-8.
    private static func contentLines(_ octets: [UInt8]) throws -> [String] {
        guard octets.suffix(2) == [13, 10] else { throw Fault(line: 0, what: "no CRLF at the end") }
        var lines: [String] = []
        var start = 0
        var number = 0
        while start < octets.count {
            number += 1
            guard let end = octets[start...].firstIndex(of: 13), end + 1 < octets.count, octets[end + 1] == 10,
                !octets[start..<end].contains(10)
            else { throw Fault(line: number, what: "a bare CR or LF") }
            let line = octets[start..<end]
            guard line.count <= 75 else { throw Fault(line: number, what: "\(line.count) octets") }
            guard let text = String(validating: line, as: UTF8.self) else {
                throw Fault(line: number, what: "a character is cut")
            }
            guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
                throw Fault(line: number, what: "a control character")
            }
            if text.hasPrefix(" ") {
                guard !lines.isEmpty else { throw Fault(line: number, what: "continues nothing") }
                lines[lines.count - 1] += text.dropFirst()
            } else {
                lines.append(text)
            }
            start = end + 2
        }
        return lines
    }

    private static func colon(_ line: String) -> String.Index? {
        var quoted = false
        return line.indices.first { index in
            if line[index] == "\"" { quoted.toggle() }
            return line[index] == ":" && !quoted
        }
    }

    private static func unescaped(_ value: String, _ line: Int) throws -> String {
        var text = ""
        var scalars = value.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case "\\":
                switch scalars.next() {
                case "\\": text += "\\"
                case ";": text += ";"
                case ",": text += ","
                case "n", "N": text += "\n"
                default: throw Fault(line: line, what: "an escape that there is not")
                }
            case ";", ",": throw Fault(line: line, what: "\(scalar) unescaped")
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func check(_ event: Event, _ zones: Set<String>, _ line: Int) throws {
        func fail(_ what: String) -> Fault { Fault(line: line, what: what) }
        for needed in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY"]
        where event.values[needed]?.isEmpty ?? true { throw fail("no \(needed)") }
        guard Int(event.values["SEQUENCE"] ?? "") != nil else { throw fail("SEQUENCE") }
        guard ["CONFIRMED", "CANCELLED"].contains(event.values["STATUS"]) else { throw fail("STATUS") }
        guard event.values["DTSTAMP"]?.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z/) != nil else { throw fail("DTSTAMP") }
        for name in ["DTSTART", "DTEND"] {
            guard event.values[name]?.wholeMatch(of: /[0-9]{8}T[0-9]{6}/) != nil else { throw fail(name) }
            guard let zone = event.parameters[name]?["TZID"], zones.contains(zone) else {
                throw fail("\(name) without zone")
            }
        }
        guard (event.values["DTSTART"] ?? "") < (event.values["DTEND"] ?? "") else {
            throw fail("ends before it starts")
        }
    }
}
