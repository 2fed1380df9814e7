import Casework
import Postgres
import Store
import Zones

/// Any error, as it is told to a person.
struct ToldError {
    let code: String
    let what: Text
    let hint: Text?
    let exit: ExitCode

    init(_ error: any Error) {
        let explained = Self.explained(error)
        code = explained.code
        what = Text(explained.zh, explained.en)
        hint = explained.hint
        exit = explained.exit
    }

    /// The explained error that an error is, or stands for.
    private static func explained(_ error: any Error) -> any Explained {
        switch error {
        case let placed as Placed: explained(placed.error)
        case let located as Located: located.fault
        case let suggested as SuggestedKey: suggested
        // A question that the store refused; a verb's refusals were explained where it was performed.
        case let error as PostgresError: CoreRejection.from(error) ?? error
        case let explained as any Explained: explained
        case let refusal as any Told: RefusedValue(refusal)
        default: Bug(error)
        }
    }
}

/// A value that a command's own reading refused, without a field to name.
struct RefusedValue: Explained {
    let told: Text
    let hint: Text?

    init(_ refusal: any Told) {
        told = refusal.told
        hint = refusal.remedy
    }

    var code: String { "CLI53" }
    var zh: String { told.zh }
    var en: String { told.en }

    static var explanations: [Explanation] {
        [
            Explanation(
                "CLI53",
                "命令读入的值或文件内容不合要求，消息说明原因。",
                "A value or the content of a file that the command read is not acceptable; the message says why."
            )
        ]
    }
}

/// A mistake of the program itself.
struct Bug: Explained {
    private let error: any Error

    init(_ error: any Error) { self.error = error }

    var code: String { "CLI90" }
    var exit: ExitCode { .bug }
    var zh: String { "程序出错：\(detail)" }
    var en: String { "this is a bug: \(detail)" }
    var hint: Text? { Text("请把命令和这一行报告给维护者", "please report the command and this line") }

    /// The type of the error, and its fields only where they cannot hold personal values.
    private var detail: String {
        switch error {
        case let error as Misdeclared: "\(error.command) \(error.field)"
        case let error as AnswerFault: error.description
        case let error as SystemError: error.text
        default: String(reflecting: type(of: error))
        }
    }

    static var explanations: [Explanation] {
        [
            Explanation(
                "CLI90",
                "程序内部不一致；没有提交任何改动。",
                "The program contradicts itself; nothing was committed."
            )
        ]
    }
}
