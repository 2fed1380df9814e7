import Testing

@testable import Casework

struct PrintPageTests {
    @Test func `whatever is written on a page is text and never markup`() {
        let hostile = "<script>alert(1)</script>\"'&<img src=x onerror=y>"
        var page = PrintPage(title: hostile, language: "zh-CN\"><script>")
        page.heading(hostile)
        page.paragraph(hostile)
        page.table(header: [hostile], rows: [[hostile]])
        let html = page.html
        #expect(!html.contains("<script") && !html.contains("<img"))
        #expect(html.components(of: "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;") == 5)
    }

    @Test func `a page is for A4, in Chinese fonts, complete in itself and without script`() {
        let html = PrintPage(title: "结业证书", language: "zh-CN").html
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        #expect(html.contains("<meta charset=\"utf-8\">") && html.contains("size: A4"))
        #expect(html.contains("Noto Serif CJK SC") && html.contains("SimSun"))
        #expect(html.contains("default-src 'none'"))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("url("))
    }

    @Test func `a table has a cell for every column of its header`() {
        var page = PrintPage(title: "表", language: "zh-CN")
        page.table(header: ["甲", "乙", "丙"], rows: [["1"], ["1", "2", "3", "4"], []])
        #expect(page.html.components(of: "<td>") == 9)
        #expect(page.html.components(of: "<tr>") == 4)
        #expect(!page.html.contains("<td>4"))
    }

    @Test func `headings have the level asked for`() {
        var page = PrintPage(title: "t", language: "en")
        page.heading("One")
        page.heading("Two", level: 2)
        #expect(page.html.contains("<h1>One</h1>\n<h2>Two</h2>"))
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

struct SubjectTests {
    @Test func `a subject is a noun and a key, and reads back`() {
        #expect(Subject("enrollment:E-2024-000003") == Subject("enrollment", "E-2024-000003"))
        #expect(Subject("handoff:1:X2")?.key == "1:X2")
        #expect(Subject("project", "X1").text == "project:X1")
        for text in ["", ":", "a:", ":b", "plain"] { #expect(Subject(text) == nil, "\(text)") }
    }
}
