// Casework: see README.md
