extension LineFault: Explained {
    var code: String {
        switch self {
        case .notUTF8: "CLI01"
        case .looksLikeGBK: "CLI02"
        case .looksLikeUTF16: "CLI03"
        case .notGB18030: "CLI04"
        case .nul: "CLI05"
        case .control: "CLI06"
        case .loneCarriageReturn: "CLI07"
        case .bidi: "CLI08"
        case .separator: "CLI09"
        case .byteOrderMark: "CLI10"
        case .tooLong: "CLI11"
        case .unterminatedQuote: "CLI12"
        case .backslashAtEnd: "CLI13"
        case .wideSpace: "CLI14"
        }
    }

    var zh: String {
        switch self {
        case .notUTF8(let byte): "字节 \(Phrase.byte(byte)) 不是 UTF-8"
        case .looksLikeGBK: "不是 UTF-8，看起来是 GBK 编码"
        case .looksLikeUTF16: "文件看起来是 UTF-16，命令文件须为 UTF-8"
        case .notGB18030(let byte): "字节 \(Phrase.byte(byte)) 不是 GB18030"
        case .nul: "含有 NUL 字节，不是文本"
        case .control(let value): "含有控制字符 \(Phrase.codePoint(value))"
        case .loneCarriageReturn: "行中间有单独的回车符"
        case .bidi(let value): "含有改变文字方向的字符 \(Phrase.codePoint(value))"
        case .separator(let value): "含有分隔符 \(Phrase.codePoint(value))，它不是换行"
        case .byteOrderMark: "字节顺序标记 U+FEFF 只能出现在文件开头"
        case .tooLong(let limit): "一行超过 \(limit) 字节"
        case .unterminatedQuote(let quote): "引号 \(quote) 没有闭合"
        case .backslashAtEnd: "行末的反斜杠后面没有字符"
        case .wideSpace(let value): "引号之外有不分词的空格 \(Phrase.codePoint(value))"
        }
    }

    var en: String {
        switch self {
        case .notUTF8(let byte): "byte \(Phrase.byte(byte)) is not UTF-8"
        case .looksLikeGBK: "not UTF-8; it looks like GBK"
        case .looksLikeUTF16: "the file looks like UTF-16; a command file is UTF-8"
        case .notGB18030(let byte): "byte \(Phrase.byte(byte)) is not GB18030"
        case .nul: "a NUL byte: this is not text"
        case .control(let value): "control character \(Phrase.codePoint(value))"
        case .loneCarriageReturn: "a carriage return in the middle of the line"
        case .bidi(let value): "character \(Phrase.codePoint(value)) changes the direction of text"
        case .separator(let value): "separator \(Phrase.codePoint(value)) is no line end"
        case .byteOrderMark: "a byte order mark U+FEFF may stand only at the start of the file"
        case .tooLong(let limit): "the line is longer than \(limit) bytes"
        case .unterminatedQuote(let quote): "quote \(quote) is not closed"
        case .backslashAtEnd: "nothing follows the backslash at the end of the line"
        case .wideSpace(let value): "space \(Phrase.codePoint(value)) outside quotes separates nothing"
        }
    }

    var hint: Text? {
        switch self {
        case .looksLikeGBK:
            Text("加上 --encoding gb18030，或把文件另存为 UTF-8", "add --encoding gb18030, or save the file as UTF-8")
        case .notUTF8, .looksLikeUTF16, .notGB18030: Text("把文件另存为 UTF-8", "save the file as UTF-8")
        case .nul: Text("这可能是二进制文件", "it may be a binary file")
        case .control: Text("删去该字符；二进制文件不是命令文件", "delete the character; a binary file is no file of commands")
        case .bidi, .separator, .byteOrderMark: Text("删去该字符", "delete the character")
        case .loneCarriageReturn: Text("用 LF 或 CRLF 换行", "end lines with LF or CRLF")
        case .tooLong: Text("一行一个命令；大批数据用 import", "one command a line; use import for bulk data")
        case .unterminatedQuote(let quote):
            quote == "'"
                ? Text("补上引号；撇号本身写作 \\'", "close it; write an apostrophe as \\'")
                : Text("补上引号；引号本身写作 \\\"", "close it; write the quote itself as \\\"")
        case .backslashAtEnd: Text("反斜杠本身写作 \\\\", "write a backslash as \\\\")
        case .wideSpace: Text("改用半角空格，或把整个值放进引号", "use an ordinary space, or put the value in quotes")
        }
    }

    static var explanations: [Explanation] { lineExplanations }
}
