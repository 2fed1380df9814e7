import Foundation
import Testing

/// `zonebench handoff-crash`: `ZB_CRASH_HANDOFFS` asks for more handoffs (200).
struct HandoffCrashTests {
    @Test
    func `of handoffs under kills of server and clients each is in exactly one place, and none is half done`()
        throws
    {
        let handoffs = ProcessInfo.processInfo.environment["ZB_CRASH_HANDOFFS"] ?? "60"
        let process = Process()
        process.executableURL = Zonectl.binary.deletingLastPathComponent().appendingPathComponent("zonebench")
        process.arguments = ["handoff-crash", "--handoffs", handoffs]
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
