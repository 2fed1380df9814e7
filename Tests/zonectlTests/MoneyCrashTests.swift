import Foundation
import Testing

/// The short form of `zonebench money-crash`; `ZB_MONEY_KILLS` asks for more kills.
struct MoneyCrashTests {
    @Test func `everything is paid and settled once when server and cashiers are killed at work`() throws {
        let kills = ProcessInfo.processInfo.environment["ZB_MONEY_KILLS"] ?? "12"
        let process = Process()
        process.executableURL = Zonectl.binary.deletingLastPathComponent().appendingPathComponent("zonebench")
        process.arguments = ["money-crash", "--kills", kills, "--claims", "160", "--loans", "24"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.contains("every bar is met"), "\(text)")
    }
}
