// AdminCLI: see README.md
