/// The entries of `ValueFault` for `explain`.
let valueExplanations = [
    Explanation(
        "CLI40",
        "编号由字母、数字、汉字和 - _ . 组成，1 至 40 个字，不以 - 或 @ 开头，大小写不同算不同的编号。",
        "A code has 1 to 40 letters, digits, ideographs, - _ and ., does not begin with - or @, and distinguishes upper and lower case."
    ),
    Explanation(
        "CLI41",
        "文字不含控制字符、改变方向的字符和看不见的字符，首尾没有空格，一个字母上最多四个附加符号。",
        "A text has no control, direction-changing or invisible characters, no spaces around it, and at most four marks on a letter."
    ),
    Explanation(
        "CLI42",
        "命令里的日期只有一种写法：YYYY-MM-DD。02/03/2024 之类可能是两个不同的日子。import 会识别办公中常见的写法。",
        "A command takes a day in one form, YYYY-MM-DD: 02/03/2024 may be two different days. Imports recognise the usual forms."
    ),
    Explanation(
        "CLI43",
        "时间写作 YYYY-MM-DDTHH:MM，为北京时间；也可在后面写明时差，如 +08:00。",
        "A time is written YYYY-MM-DDTHH:MM in China Standard Time; an offset such as +08:00 may follow."
    ),
    Explanation(
        "CLI44",
        "金额以元为单位，最多两位小数，只用半角数字和小数点。多出的小数不会被四舍五入。",
        "Amounts are yuan with at most two decimals, digits and a point only. Further decimals are refused, never rounded."
    ),
    Explanation("CLI45", "利率、比例写百分数，如 3.35，最多四位小数。", "Rates are percentages such as 3.35, with at most four decimals."),
    Explanation(
        "CLI46",
        "整数只用半角数字，且在该字段的范围之内。",
        "An integer is written in ASCII digits and lies in the field's range."
    ),
    Explanation("CLI47", "该字段只接受列出的几个词。", "The field takes only the words listed."),
    Explanation(
        "CLI48",
        "公民身份号码按 GB 11643 检查位数、出生日期、行政区划和校验码。15 位的一代号码不接受，提示给出对应的 18 位号码。",
        "A resident ID is checked by GB 11643: length, birth day, division and check character. First-generation numbers of 15 digits are refused; the hint gives the 18-character form."
    ),
    Explanation(
        "CLI49",
        "统一社会信用代码按 GB 32100 检查，第 9 至 17 位按 GB 11714 检查。",
        "A credit code is checked by GB 32100, its places 9 to 17 by GB 11714."
    ),
    Explanation(
        "CLI50",
        "手机号 11 位；固定电话写作 区号-号码。",
        "Mobile numbers have 11 digits; landlines are area code, hyphen, number."
    ),
    Explanation("CLI52", "事项写作 类别:编号，如 project:X1。", "A subject is written noun:key, such as project:X1."),
    Explanation("CLI51", "文件名不能为空，也不能超过 4095 字节。", "A file name is not empty and has at most 4,095 bytes."),
]
