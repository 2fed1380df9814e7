import PackagePlugin

/// Embeds the SQL and CSV files of the `sql` folder in the binary, so that a running `zonectl` needs no files beside it.
@main
struct EmbedSQL: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let source = target.sourceModule else { return [] }
        let inputs = source.sourceFiles.map(\.url)
            .filter { ["sql", "csv"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        let tool = try context.tool(named: "embed-sql")
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) files of sql/",
                executable: tool.url,
                arguments: [output.path, target.directoryURL.path] + inputs.map(\.path),
                inputFiles: inputs,
                outputFiles: [output]
            )
        ]
    }
}
