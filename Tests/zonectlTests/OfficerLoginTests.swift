import Foundation
import Testing

/// A person's login on a private server: made by an administrator, reached through the map of users, gone when closed.
@Suite(.serialized)
struct OfficerLoginTests {
    @Test func `a login is reached by the user it was mapped to, acts under its own name, and is shut when closed`()
        throws
    {
        let home = try PrivateHome()
        let me = String(cString: getpwuid(geteuid()).pointee.pw_name)
        #expect(try home.run("zone", "add", "INNO", "--name-zh", "样例创新区", "--name-en", "Inno").status == 0)
        #expect(try home.run("--as", "li_jie", "whoami").status == 77, "nobody of that name comes in")
        let added = try home.run("officer", "add", "li_jie", "--name", "样例李", "--os-user", me)
        #expect(added.status == 0, "\(added.errors)")
        #expect(try home.run("role", "grant", "li_jie", "officer", "--in", "INNO").status == 0)
        let who = try home.run("--as", "li_jie", "whoami")
        #expect(who.text == "li_jie\t\(me)\tINNO\tofficer\tINNO\t\\N\t\\N\n", "\(who.errors)")
        #expect(try home.run("--as", "li_jie", "org", "add", "--name", "样例科技有限公司", "--kind", "company").status == 0)
        let events = try home.run("--zone", "INNO", "event", "list", "--noun", "org")
        #expect(events.text.contains("\tli_jie\torg\tadd\t"))
        #expect(try home.run("--as", "li_jie", "officer", "list").status == 77)
        #expect(try home.run("--as", "zb_owner", "whoami").status == 77)
        let closed = try home.run("--yes", "officer", "close", "li_jie", "--reason", "调离")
        #expect(closed.text == "li_jie\t1\n", "\(closed.errors)")
        #expect(try home.run("--as", "li_jie", "whoami").status == 77)
        let map = try String(contentsOfFile: home.home + "/data/pg_ident.conf", encoding: .utf8)
        #expect(!map.contains("li_jie"))
        #expect(map.contains("zb_super"), "what was there before is there still")
        #expect(try home.run("audit", "verify").status == 0)
    }

    @Test func `the map takes only plain names and leaves the lines around its block alone`() throws {
        let home = try PrivateHome()
        #expect(try home.run("zone", "add", "INNO", "--name-zh", "样例创新区", "--name-en", "Inno").status == 0)
        let file = home.home + "/data/pg_ident.conf"
        let before = try String(contentsOfFile: file, encoding: .utf8)
        for name in ["zb_super", "Root", "-x", "/^.*$"] {
            let refused = try home.run("officer", "add", "eve", "--name", "样例员", "--os-user", name)
            #expect(refused.status != 0, "\(name)")
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        for login in ["ann", "ben"] {
            #expect(try home.run("officer", "add", login, "--name", "样例员", "--os-user", "os_\(login)").status == 0)
        }
        let after = try String(contentsOfFile: file, encoding: .utf8)
        #expect(after.hasPrefix(before))
        #expect(after.contains("zb os_ann ann\nzb os_ben ben\n"))
    }
}
