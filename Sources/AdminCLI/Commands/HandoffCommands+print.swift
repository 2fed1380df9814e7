import Casework
import ProjectHandoff
import Store
import Zones

extension HandoffCommands {
    static let print = Command(
        "handoff",
        "print",
        "打印移交单（一页 HTML，可归档）",
        "one page to file: HTML for A4",
        effect: .read,
        role: .coordinator,
        fields: [key],
        example: "handoff print H-1",
        .query { invocation, session in
            let page = try HandoffPage(session, HandoffStore.show(session, invocation.code("handoff")))
            return .lines(page.html.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    )
}
