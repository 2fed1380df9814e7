import Zones

extension TextRefusal: Told {
    var told: Text {
        switch self {
        case .notUTF8(let byte, _): Text("第 \(byte) 个字节不是 UTF-8", "byte \(byte) is not UTF-8")
        case .empty: Text("不能为空", "must not be empty")
        case .tooLong(let count, let limit):
            Text("有 \(count) 个字，最多 \(limit) 个", "has \(count) characters, at most \(limit) are allowed")
        case .control(let scalar, let position): Self.at(scalar, position, "是控制字符", "is a control character")
        case .bidiControl(let scalar, let position):
            Self.at(scalar, position, "会改变文字方向", "changes the direction of text")
        case .invisible(let scalar, let position): Self.at(scalar, position, "看不见", "is invisible")
        case .tooManyMarks(let position, let limit):
            Text(
                "第 \(position) 个字符处的附加符号超过 \(limit) 个",
                "more than \(limit) marks on one letter at character \(position)"
            )
        case .replacement(let position):
            Text("第 \(position) 个字符是 U+FFFD，原来的字已经丢失", "character \(position) is U+FFFD: the original was lost")
        case .noncharacter(let scalar, let position): Self.at(scalar, position, "不是字符", "is no character")
        case .surroundingSpace: Text("首尾有空格", "has spaces around it")
        case .unusualSpace(let scalar, let position): Self.at(scalar, position, "不是普通空格", "is no ordinary space")
        case .otherMiddleDot(let scalar, let position):
            Self.at(scalar, position, "不是间隔号", "is not the middle dot of names")
        }
    }

    var remedy: Text? {
        switch self {
        case .notUTF8(_, looksLikeGB18030: true): LineFault.looksLikeGBK.hint
        case .control, .bidiControl, .invisible, .noncharacter: Text("删去该字符", "delete the character")
        case .surroundingSpace, .unusualSpace: Text("删去空格或改用半角空格", "delete the space or use an ordinary one")
        case .otherMiddleDot: Text("改用 ·（U+00B7）", "use · (U+00B7)")
        case .notUTF8, .empty, .tooLong, .tooManyMarks, .replacement: nil
        }
    }

    private static func at(_ scalar: Unicode.Scalar, _ position: Int, _ zh: String, _ en: String) -> Text {
        let name = Phrase.codePoint(scalar.value)
        return Text("第 \(position) 个字符 \(name) \(zh)", "character \(position), \(name), \(en)")
    }
}

extension CodeRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("不能为空", "must not be empty")
        case .tooLong(let limit): Text("超过 \(limit) 个字", "is longer than \(limit) characters")
        case .firstCharacter(let scalar):
            Text("编号不能以 \(scalar) 开头", "a code does not begin with \(scalar)")
        case .character(let scalar, let position):
            Text(
                "第 \(position) 个字符 \(Phrase.codePoint(scalar.value)) 不能用在编号里",
                "character \(position), \(Phrase.codePoint(scalar.value)), is not allowed in a code"
            )
        }
    }

    var remedy: Text? {
        Text("编号由字母、数字、汉字和 - _ . 组成，最多 40 个字", "codes are letters, digits, ideographs, - _ and ., at most 40")
    }
}
