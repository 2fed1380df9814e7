// Postgres: see README.md
