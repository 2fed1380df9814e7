import AdminCLI

Program.main()
