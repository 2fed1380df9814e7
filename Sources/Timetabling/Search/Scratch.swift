/// Memory of a fixed size that the search reads and writes without counting references; indices are checked in debug
/// builds, which the tests use, and not in release builds.
struct Scratch<Value: BitwiseCopyable> {
    private let memory: UnsafeMutableBufferPointer<Value>

    init(repeating value: Value, count: Int) {
        memory = .allocate(capacity: count)
        memory.initialize(repeating: value)
    }

    init(_ values: [Value]) {
        memory = .allocate(capacity: values.count)
        _ = memory.initialize(from: values)
    }

    @inline(__always)
    subscript(_ index: Int) -> Value {
        get { memory[index] }
        nonmutating set { memory[index] = newValue }
    }

    var values: [Value] { Array(memory) }

    func copy(from values: [Value]) {
        for (index, value) in values.enumerated() { memory[index] = value }
    }

    func free() { memory.deallocate() }
}
