/// A fault and where its word begins: a byte offset in a line, or the number of an argument.
struct Located: Error {
    let fault: any Explained
    let offset: Int

    init(_ fault: any Explained, at offset: Int) {
        self.fault = fault
        self.offset = offset
    }
}
