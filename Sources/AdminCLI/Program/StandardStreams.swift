import Glibc

/// The three descriptors that every process expects.
enum StandardStreams {
    /// Opens what the caller closed, so that no file or socket of ours gets their numbers. Reading from the stand-in for
    /// input and writing to those for output fail.
    static func secure() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
            let flags = descriptor == 0 ? O_WRONLY : O_RDONLY
            let opened = open("/dev/null", flags)
            if opened != descriptor, opened >= 0 {
                dup2(opened, descriptor)
                close(opened)
            }
        }
    }

    /// True if something can be written to the descriptor.
    static func isOpen(_ descriptor: Int32) -> Bool {
        let flags = fcntl(descriptor, F_GETFL)
        return flags != -1 && flags & O_ACCMODE != O_RDONLY
    }

    /// Ends as other programs do whose reader has gone: by SIGPIPE, without a word.
    static func dieOfBrokenPipe() -> Never {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        exit(ExitCode.cannotWrite.rawValue)
    }
}

/// Arguments and environment as the process got them: bytes.
enum ProcessEnvironment {
    /// The arguments after the program's name.
    static var arguments: [[UInt8]] {
        let count = Int(CommandLine.argc)
        return (1..<max(1, count)).compactMap { position in
            CommandLine.unsafeArgv[position].map { pointer in
                Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
            }
        }
    }

    /// The variables that the program reads.
    static var all: [String: String] {
        var found: [String: String] = [:]
        for name in ["ZONECTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"] {
            if let value = getenv(name) { found[name] = String(cString: value) }
        }
        return found
    }
}

extension Language {
    /// `--lang`, then `ZONECTL_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`, the first that names a language of ours; else
    /// Chinese. Read before anything else, so that usage errors are in the right language too.
    init(arguments: [[UInt8]], environment: [String: String]) {
        var candidates: [String] = []
        for (position, argument) in arguments.enumerated() {
            let text = String(decoding: argument, as: UTF8.self)
            if text.hasPrefix("--lang=") { candidates.append(String(text.dropFirst(7))) }
            if text == "--lang", position + 1 < arguments.count {
                candidates.append(String(decoding: arguments[position + 1], as: UTF8.self))
            }
        }
        candidates += ["ZONECTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
        let codes = candidates.map { String($0.lowercased().prefix { $0.isLetter }) }
        self = codes.lazy.compactMap(Language.init(rawValue:)).first ?? .zh
    }
}
