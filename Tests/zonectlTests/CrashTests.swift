import Foundation
import Testing

/// The short form of `zonebench crash`; `ZB_CRASH_KILLS` asks for more kills.
struct CrashTests {
    @Test
    func `nothing acknowledged is lost or done twice when server and writers are killed, and the control loses some`()
        throws
    {
        let kills = ProcessInfo.processInfo.environment["ZB_CRASH_KILLS"] ?? "20"
        let process = Process()
        process.executableURL = Zonectl.binary.deletingLastPathComponent().appendingPathComponent("zonebench")
        process.arguments = ["crash", "--kills", kills, "--control", "3"]
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
