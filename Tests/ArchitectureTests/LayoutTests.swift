import Testing

struct LayoutTests {
    @Test func `nothing but the named files and folders lies at the top level`() throws {
        let allowed: Set = ["Package.swift", "Sources", "Tests", "sql", "deploy", "README.md"]
        // SwiftPM writes this one; it is ignored by git.
        #expect(try Repository.topLevel().subtracting(["Package.resolved"]) == allowed)
    }

    @Test func `every target of ours has a folder of its own, and nothing else has one`() throws {
        let folders = try Repository.folders(in: "Sources")
        #expect(folders == Set(ImportTests.allowed.keys).union(["CLibPQ", "CLibEdit"]))
    }

    @Test func `tests lie in a folder named by their target`() throws {
        let targets = try Repository.folders(in: "Sources")
        for folder in try Repository.folders(in: "Tests").subtracting(["StoreTesting", "ArchitectureTests"]) {
            #expect(folder.hasSuffix("Tests") && targets.contains(String(folder.dropLast("Tests".count))), "\(folder)")
        }
    }

    @Test func `files are small: one subject each`() throws {
        let lengths = try Repository.files(in: "Sources", ending: ".swift").map { ($0.lines.count, $0.path) }.sorted {
            $0 < $1
        }
        for (length, path) in lengths { #expect(length <= 301, "\(path)") }
        #expect(lengths[lengths.count / 2].0 <= 120)
        let functions = try Repository.files(in: "sql/functions", ending: ".sql")
        #expect(functions.count > 40)
        for file in functions { #expect(file.lines.count <= 61, "\(file.path)") }
    }

    @Test func `migrations are numbered once each, without saying the same number twice`() throws {
        let names = try Repository.files(in: "sql/migrations", ending: ".sql").map(\.name)
        #expect(names.allSatisfy { $0.contains(/^[0-9]{4}_[a-z_0-9]+\.sql$/) }, "\(names)")
        #expect(Set(names.map { $0.prefix(4) }).count == names.count)
    }

    @Test func `scripts are executable by their own first line and name no machine's paths`() throws {
        for folder in ["deploy", "Tests", ".ci"] {
            for file in try Repository.files(in: folder, ending: "") where file.text.hasPrefix("#!") {
                #expect(file.text.hasPrefix("#!/usr/bin/env ") || file.text.hasPrefix("#!/bin/sh"), "\(file.path)")
                #expect(!file.text.contains(/\/home\/[a-z]|\/root\/[a-z]/), "\(file.path)")
            }
        }
    }
}
