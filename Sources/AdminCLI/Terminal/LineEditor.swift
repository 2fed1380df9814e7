import CLibEdit
import Glibc

/// Lines typed at a terminal, edited with libedit: arrows, history, completion, Chinese.
///
/// Confined to one thread; at most one of them is at work at a time.
final class LineEditor {
    /// What a user answers to the prompt.
    enum Answer {
        /// Without its line end.
        case line([UInt8])
        /// ^C: the line was given up.
        case givenUp
        /// ^D on an empty line.
        case end
    }

    private let editor: OpaquePointer
    private let entries: OpaquePointer
    /// What can follow the text before the cursor.
    private let completions: (String) -> Completions
    private var prompt = strdup("")
    private var isGivenUp = false

    /// Nil where the terminal cannot be edited.
    init?(completions: @escaping (String) -> Completions) {
        Self.chooseCharacters()
        guard let editor = zb_edit_make("zonectl"), let entries = history_init() else { return nil }
        self.editor = editor
        self.entries = entries
        self.completions = completions
        zb_history_size(entries, Int32(HistoryFile.limit))
        zb_edit_client(editor, Unmanaged.passUnretained(self).toOpaque())
        zb_edit_prompt(editor) { $0.flatMap(LineEditor.of)?.prompt }
        zb_edit_editor(editor, "emacs")
        zb_edit_history(editor, entries)
        zb_edit_keys_only(editor)
        zb_edit_function(editor, "zonectl-complete") { editor, _ in
            editor.flatMap(LineEditor.of)?.complete() ?? zb_edit_beep
        }
        zb_edit_function(editor, "zonectl-give-up") { editor, _ in
            editor.flatMap(LineEditor.of)?.giveUp() ?? zb_edit_newline
        }
        for (key, function) in [("^I", "zonectl-complete"), ("^C", "zonectl-give-up"), ("^R", "em-inc-search-prev")] {
            zb_edit_bind(editor, key, function)
        }
    }

    deinit {
        history_end(entries)
        el_end(editor)
        free(prompt)
    }

    /// libedit reads characters of the process's locale. Where that has none beyond ASCII, or is missing on this machine,
    /// the C locale's UTF-8: typed Chinese would be lost otherwise. Numbers and messages stay the program's own.
    private static func chooseCharacters() {
        if setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" { return }
        if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "C") }
    }

    /// Reads one line.
    func line(prompt text: String) -> Answer {
        free(prompt)
        prompt = strdup(text)
        isGivenUp = false
        el_resize(editor)
        var count: Int32 = 0
        let line = el_gets(editor, &count)
        if isGivenUp { return .givenUp }
        guard let line, count > 0 else { return .end }
        var bytes = Array(UnsafeRawBufferPointer(start: line, count: strlen(line)))
        while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return .line(bytes)
    }

    /// Makes a line one that the arrow keys bring back.
    func remember(_ line: String) { zb_history_enter(entries, line) }

    private static func of(_ editor: OpaquePointer) -> LineEditor? {
        zb_edit_client_of(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
    }

    private func giveUp() -> UInt8 {
        isGivenUp = true
        show("^C\r\n")
        return zb_edit_newline
    }

    /// The part of the line before the cursor.
    private var before: String {
        guard let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: cursor - start), as: UTF8.self)
    }

    private func complete() -> UInt8 {
        let before = before
        guard case .words(let candidates) = completions(before), let first = candidates.first else {
            return zb_edit_beep
        }
        let partial = PartialLine(before).partial
        let common = candidates.dropFirst().reduce(first.text) { $0.commonPrefix(with: $1.text) }
        guard common.hasPrefix(partial) else { return zb_edit_beep }
        let addition = String(common.dropFirst(partial.count)) + (candidates.count == 1 && !first.isOpen ? " " : "")
        if !addition.isEmpty {
            _ = el_insertstr(editor, addition)
            return zb_edit_refresh
        }
        guard candidates.count > 1 else { return zb_edit_beep }
        show("\r\n" + CandidateList(candidates, width: Self.width).lines.joined(separator: "\r\n") + "\r\n")
        return zb_edit_redisplay
    }

    private func show(_ text: String) {
        try? Array(text.utf8).withUnsafeBytes { bytes in try Descriptor.write(1, bytes) }
    }

    /// Columns of the terminal.
    private static var width: Int {
        var size = winsize()
        return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
