import Glibc

extension ClusterLayout {
    /// Makes the key file of a new cluster, in a folder that only this user may enter.
    func makeKeys() throws(KeyFault) {
        guard mkdir(keyFolder, 0o700) == 0 || errno == EEXIST else {
            throw .unusable(path: keyFolder, reason: String(cString: strerror(errno)))
        }
        try keys.write(.make(), replacing: false)
    }
}
