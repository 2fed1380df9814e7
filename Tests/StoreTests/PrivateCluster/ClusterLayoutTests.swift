import Store
import Testing

struct ClusterLayoutTests {
    @Test func `the socket's name fits however long the home's path is`() {
        for length in [10, 60, 80, 100, 200] {
            let layout = ClusterLayout(home: "/" + String(repeating: "x", count: length))
            #expect(layout.socketFolder.utf8.count + "/.s.PGSQL.5432".utf8.count < 100)
        }
    }
}
