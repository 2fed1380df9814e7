// ProjectHandoff: see README.md
