/// The entries of `LineFault` for `explain`.
let lineExplanations = [
    Explanation(
        "CLI01",
        "命令行和命令文件必须是严格的 UTF-8。无效字节从不替换成 U+FFFD，因为替换会悄悄改掉姓名。",
        "Command lines and files are strict UTF-8. A wrong byte is never replaced by U+FFFD: that would silently change names."
    ),
    Explanation(
        "CLI02",
        "文件不是 UTF-8，但字节两两成对，像是 GBK 或 GB18030，电子表格常这样保存。命令文件用 --encoding gb18030 说明；import 会自己识别。",
        "The file is not UTF-8, but its bytes pair up like GBK or GB18030, as spreadsheets save it. Say --encoding gb18030 for a command file; import recognises it by itself."
    ),
    Explanation(
        "CLI03",
        "文件以 UTF-16 的字节顺序标记开头。import 能读 UTF-16，命令文件不能。",
        "The file begins with the byte order mark of UTF-16. Imports read UTF-16, command files do not."
    ),
    Explanation(
        "CLI04",
        "给了 --encoding gb18030，但该处字节不是合法的 GB18030。",
        "With --encoding gb18030 the bytes at this place are not valid GB18030."
    ),
    Explanation(
        "CLI05",
        "NUL 字节在很多程序里是文本的结尾，后面的内容会被悄悄截掉，所以一律拒绝。",
        "Many programs end a text at a NUL byte and would silently cut off the rest, so it is refused everywhere."
    ),
    Explanation(
        "CLI06",
        "控制字符（含 ESC、退格、DEL 和 C1）会操纵终端，不属于任何字段。制表符可作分隔。",
        "Control characters (ESC, backspace, DEL, C1 …) command terminals and belong to no field. A tab separates words."
    ),
    Explanation(
        "CLI07",
        "换行用 LF 或 CRLF。行中间单独的回车会让屏幕上看到的与实际执行的不同。",
        "Lines end with LF or CRLF. A lone carriage return makes the screen show something else than what is done."
    ),
    Explanation(
        "CLI08",
        "改变文字方向的字符会让屏幕上看到的与实际内容不同，注释里也不允许。阿拉伯文、维吾尔文字母本身可以用。",
        "Characters that change the direction of text make the screen differ from the content; comments may not hold them either. Arabic and Uyghur letters themselves are fine."
    ),
    Explanation(
        "CLI09",
        "U+2028 和 U+2029 在部分程序里是换行，在另一部分里不是。",
        "U+2028 and U+2029 end a line in some programs and not in others."
    ),
    Explanation(
        "CLI10",
        "文件开头的 BOM 会被忽略；出现在中间，多半是几个文件直接拼接的结果。",
        "A byte order mark at the start of a file is ignored; in the middle it is usually a trace of files joined together."
    ),
    Explanation(
        "CLI11",
        "每行最多 1 MiB。超长的行不会读进内存。",
        "A line has at most 1 MiB. A longer one is not read into memory."
    ),
    Explanation(
        "CLI12",
        "单引号内一切照原样；双引号内 \\\" 和 \\\\ 表示引号和反斜杠；引号外反斜杠使后一个字符照原样。引号必须在同一行闭合。",
        "Between single quotes everything is literal; between double quotes \\\" and \\\\ stand for quote and backslash; elsewhere a backslash makes the next character literal. A quote is closed on its line."
    ),
    Explanation("CLI13", "命令不能跨行：行末的反斜杠不是续行符。", "A command has one line: a backslash at the end does not continue it."),
    Explanation(
        "CLI14",
        "全角空格（U+3000）、不换行空格等看起来像空格，却不分词，容易把两个词看成一个。放在引号里就是内容。",
        "A full-width space (U+3000), a no-break space and the like look like a blank but separate nothing. Within quotes they are content."
    ),
]
