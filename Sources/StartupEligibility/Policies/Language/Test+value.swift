extension Test {
    func value(_ scene: inout Scene) -> Ternary {
        switch self {
        case .compare(let a, let comparison, let b):
            return a.bounds(&scene).compare(comparison, b.bounds(&scene))
        case .flag(let reference):
            let bounds = scene.number(reference)
            return bounds.isExact ? Ternary(bounds.low != 0) : .unknown
        case .code(let reference, let codes):
            guard case .code(let code) = scene.fact(reference) else { return .unknown }
            return Ternary(codes.contains(code))
        case .sameCode(let a, let b):
            guard case .code(let first) = scene.fact(a), case .code(let second) = scene.fact(b) else { return .unknown }
            return Ternary(first == second)
        case .all(let tests): return tests.value(&scene)
        case .not(let test): return !test.value(&scene)
        }
    }
}

extension [Test] {
    /// Whether all hold.
    func value(_ scene: inout Scene) -> Ternary {
        var result = Ternary.yes
        for test in self {
            result = result && test.value(&scene)
            if result == .no { return .no }
        }
        return result
    }
}

extension Scene {
    @inline(__always)
    func fact(_ reference: Reference) -> FactValue {
        switch reference {
        case .fact(let slot): values[slot]
        case .cell(let column): row[column]
        }
    }
}
