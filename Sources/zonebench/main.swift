if CommandLine.arguments.dropFirst().first == CrashWriter.word {
    CrashWriter.main(Array(CommandLine.arguments.dropFirst(2)))
}
if CommandLine.arguments.dropFirst().first == MoneyCashier.word {
    MoneyCashier.main(Array(CommandLine.arguments.dropFirst(2)))
}
Bench.main()
