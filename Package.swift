// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library target of ours: warnings are errors.
func module(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

/// The tests of one target, in the folder of that target's name.
func tests(_ name: String, _ dependencies: [Target.Dependency], excluding excluded: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: dependencies + ["StoreTesting"],
        exclude: excluded,
        swiftSettings: strict
    )
}

let package = Package(
    name: "ZoneBridge",
    products: [
        .executable(name: "zonectl", targets: ["zonectl"]),
        .executable(name: "zonebench", targets: ["zonebench"]),
    ],
    dependencies: [
        // SHA-256 for documents and run ids (and AES-GCM, HMAC for personal data): cryptography is never our own.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0")
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        module("Postgres", ["CLibPQ"]),
        module("Zones", []),
        .executableTarget(name: "embed-sql", path: "Sources/embed-sql", swiftSettings: strict),
        .plugin(name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-sql"], path: "Sources/EmbedSQL"),
        .target(name: "SQL", path: "sql", swiftSettings: strict, plugins: ["EmbedSQL"]),
        module("Store", ["Postgres", "Zones", "SQL", .product(name: "Crypto", package: "swift-crypto")]),
        module("Casework", ["Store"]),
        module("TalentEnrollment", ["Casework"]),
        // Pure values and arithmetic: the timetable's search knows no database.
        module("Timetabling", []),
        module("TrainingSchedule", ["Casework", "Timetabling"]),
        module("StartupEligibility", ["Casework"]),
        module("ProjectHandoff", ["Casework"]),
        module(
            "AdminCLI",
            ["TalentEnrollment", "TrainingSchedule", "StartupEligibility", "ProjectHandoff", "CLibEdit"]
        ),
        .executableTarget(name: "zonectl", dependencies: ["AdminCLI"], swiftSettings: strict),
        .executableTarget(
            name: "zonebench",
            dependencies: ["AdminCLI", "CLibPQ", "Timetabling"],
            swiftSettings: strict
        ),
        module("StoreTesting", ["Store", "Postgres", "SQL", "Zones"], path: "Tests/StoreTesting"),
        tests("Postgres", ["Postgres"]),
        tests("Zones", ["Zones"]),
        tests("Store", ["Store", "SQL"]),
        tests("Casework", ["Casework"]),
        tests("TalentEnrollment", ["TalentEnrollment"]),
        tests("TrainingSchedule", ["TrainingSchedule"]),
        .testTarget(name: "TimetablingTests", dependencies: ["Timetabling"], swiftSettings: strict),
        tests("StartupEligibility", ["StartupEligibility"]),
        tests("ProjectHandoff", ["ProjectHandoff"]),
        tests("AdminCLI", ["AdminCLI"]),
        tests("zonectl", ["AdminCLI"], excluding: ["Policies"]),
        tests("Architecture", []),
    ],
    swiftLanguageModes: [.v6]
)
