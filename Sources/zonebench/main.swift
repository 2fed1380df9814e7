print("zonebench")
