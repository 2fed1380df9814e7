// Zones: see README.md
