/// The entries of `GrammarFault` for `explain`.
let grammarExplanations = [
    Explanation(
        "CLI20",
        "一行以名词开头（cohort、person……），后跟动词。zonectl help 列出全部名词。",
        "A line begins with a noun (cohort, person …), then a verb. zonectl help lists all nouns."
    ),
    Explanation(
        "CLI21",
        "每个名词有自己的动词；新建总是 add，列表总是 list，更正总是 correct。",
        "Each noun has its own verbs; making is always add, listing list, correcting correct."
    ),
    Explanation("CLI22", "该名词不能单独使用，后面要有动词。", "This noun does nothing alone; a verb must follow."),
    Explanation(
        "CLI23",
        "字段写作 --字段 值 或 --字段=值，名称不能缩写。",
        "A field is written --field value or --field=value; names are not abbreviated."
    ),
    Explanation(
        "CLI24",
        "同一字段给两次，多半是复制时漏改，所以不取其中任何一个。",
        "A field given twice is usually a slip of copying, so neither value is taken."
    ),
    Explanation("CLI25", "必填的字段一次全部列出。", "All fields that must be given are listed at once."),
    Explanation(
        "CLI26",
        "字段后面必须有值；以 -- 开头的值用等号写。",
        "A value must follow; write one that begins with -- after an equals sign."
    ),
    Explanation("CLI27", "开关只写名字，不带值。", "A flag is only its name, without a value."),
    Explanation(
        "CLI28",
        "按位置给的值多于该命令所取的；含空格的值要加引号。",
        "More values by position than the command takes; a value with blanks needs quotes."
    ),
    Explanation("CLI29", "名词之前只能是全局选项。", "Only global options stand before the noun."),
    Explanation(
        "CLI30",
        "文件里的一行可以带 --zone、--clock、--yes、--expect、--request，其余选项对整个运行有效。",
        "A line of a file may carry --zone, --clock, --yes, --expect, --request; the others hold for the whole run."
    ),
    Explanation("CLI31", "两个选项互相矛盾。", "The two options contradict each other."),
    Explanation("CLI32", "全局选项的值不合要求。", "The value of a global option is not one that it takes."),
    Explanation(
        "CLI33",
        "@名词 表示本次运行中最近新建的该名词的编号。",
        "@noun stands for the code of the last thing of that noun made in this run."
    ),
    Explanation(
        "CLI34",
        "管理数据库、运行文件之类的命令不能出现在文件里。",
        "Commands that run files or manage the database may not stand in a file."
    ),
    Explanation(
        "CLI35",
        "expect 代码 命令：该命令必须被以此代码拒绝，且不留下任何变化；文件因此也是验收测试。",
        "expect CODE command: the command must be refused with this code and leave nothing behind, so that a file is an acceptance test too."
    ),
    Explanation("CLI36", "只给了选项，没有命令。", "There are options but no command."),
    Explanation(
        "CLI37",
        "use --zone 区 --clock 时间：改变其后各行的默认值。",
        "use --zone ZONE --clock INSTANT changes what holds for the lines after it."
    ),
    Explanation("CLI39", "expect 用来在文件里检验拒绝。", "expect checks refusals in files."),
]
