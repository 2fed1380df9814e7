// StartupEligibility: see README.md
