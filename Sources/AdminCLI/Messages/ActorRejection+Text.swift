import Store

extension ActorRejection: Explained {
    public var exit: ExitCode {
        switch self {
        case .oneself, .worksElsewhere, .lastAdministrator: .notPermitted
        case .loginTaken, .nameNotAllowed, .loginOfAnotherPurpose, .jointOfficeApart, .standIn, .heldAlready: .badData
        }
    }

    public var zh: String {
        switch self {
        case .loginTaken(let login): "登录 \(Phrase.quoted(login)) 已存在"
        case .nameNotAllowed(let name): "\(Phrase.quoted(name)) 不能作登录名或系统用户名"
        case .loginOfAnotherPurpose(let login): "服务器上的角色 \(Phrase.quoted(login)) 另有用途"
        case .oneself: "不能给自己授权，也不能关闭自己"
        case .worksElsewhere(let login): "\(Phrase.quoted(login)) 在别的区也有角色"
        case .lastAdministrator(let login): "\(Phrase.quoted(login)) 是全区域最后一名管理员"
        case .jointOfficeApart: "两区协同办的登录不兼其他角色，也不属于某一个区"
        case .standIn(let absent, let role):
            absent.isEmpty ? "代班须有末日，且不能代自己的班" : "\(Phrase.quoted(absent)) 在此期间没有角色 \(role)，不能代班"
        case .heldAlready: "该登录在此期间已有这个角色"
        }
    }

    public var en: String {
        switch self {
        case .loginTaken(let login): "the login \(Phrase.quoted(login)) is there already"
        case .nameNotAllowed(let name): "\(Phrase.quoted(name)) cannot be a login or a user of the system"
        case .loginOfAnotherPurpose(let login): "the server's role \(Phrase.quoted(login)) has another purpose"
        case .oneself: "nobody grants to themselves, nor closes themselves"
        case .worksElsewhere(let login): "\(Phrase.quoted(login)) has roles in other zones too"
        case .lastAdministrator(let login): "\(Phrase.quoted(login)) is the region's last administrator"
        case .jointOfficeApart: "a login of the joint office has no other role and belongs to no single zone"
        case .standIn(let absent, let role):
            absent.isEmpty
                ? "a stand-in's role has a last day, and nobody stands in for themselves"
                : "\(Phrase.quoted(absent)) has no role \(role) then, so nobody stands in for it"
        case .heldAlready: "the login has this role at that time already"
        }
    }

    public var hint: Text? {
        switch self {
        case .loginTaken, .worksElsewhere: Text("见 officer list 和 role list", "see officer list and role list")
        case .nameNotAllowed:
            Text("小写字母、数字、_ . -，不以 zb_ 或 pg_ 开头", "small letters, digits, _ . -, not beginning with zb_ or pg_")
        case .loginOfAnotherPurpose: Text("换一个登录名", "choose another login")
        case .oneself: Text("请另一位管理员办理", "ask another administrator")
        case .lastAdministrator: Text("先授权另一名管理员", "grant the role to somebody else first")
        case .jointOfficeApart: Text("另开一个登录", "make a login apart")
        case .standIn: Text("给出 --until；见 role list", "give --until; see role list")
        case .heldAlready: Text("见 role list", "see role list")
        }
    }

    public static let explanations = [
        Explanation(
            "COR50",
            "每人一个登录；已关闭的可以用 officer add 重新开设。",
            "One login a person; a closed one is opened again by officer add."
        ),
        Explanation(
            "COR51",
            "zb_ 和 pg_ 开头的名字留给系统；其余字符在服务器的配置文件里有特殊含义。",
            "Names beginning with zb_ and pg_ are the system's own; other characters have meanings in the server's files."
        ),
        Explanation(
            "COR52",
            "服务器上已有同名角色（超级用户、备份、应用程序），不能变成某个人的登录。",
            "A role of that name is a superuser's, a backup's or an application's; it does not become a person's login."
        ),
        Explanation("COR53", "授权和关闭登录须由另一名管理员办理。", "Granting to a login, and closing it, takes another administrator."),
        Explanation(
            "COR54",
            "一个区的管理员只能关闭只在本区工作的登录。",
            "The administrator of a zone closes only logins that work for that zone alone."
        ),
        Explanation("COR55", "至少保留一名全区域、无期限的管理员。", "At least one administrator of the region, without end, remains."),
        Explanation(
            "COR56",
            "两区协同办能看各区的数据而不代表任何区，所以单独用一个登录。",
            "The joint office sees all zones and acts for none; so its login is one apart."
        ),
        Explanation(
            "COR57",
            "代班人得到的只是请假人已有的角色，到期自动失效；操作仍记在代班人名下。",
            "A stand-in gets only what the absent person has, until the last day; what they do is recorded under their own name."
        ),
        Explanation("COR58", "同一角色在同一区的有效期不能重叠。", "Periods of one role in one zone do not overlap."),
    ]
}
