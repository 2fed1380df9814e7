import Store

/// Opens the sessions of a run at first need and keeps them: one a login, of which a file may use several.
final class SessionSource {
    private let make: (_ login: String?) throws -> Session
    private var opened: [String?: Session] = [:]
    private var login: String?
    /// Hears of a new session, so that ^C can cancel what it does.
    var onOpen: (Session) -> Void = { _ in }

    /// - Parameter login: whom sessions are for until options name another; nil is the one that the database chooses.
    init(login: String? = nil, _ make: @escaping (_ login: String?) throws -> Session) {
        self.login = login
        self.make = make
    }

    /// The session as far as one was needed.
    var current: Session? { opened[login] }

    func session() throws -> Session {
        if let session = opened[login] { return session }
        let session = try make(login)
        opened[login] = session
        onOpen(session)
        return session
    }

    /// The session of the login, acting for the zone and at the time that options name.
    func session(_ options: Options) throws -> Session {
        login = options.role
        let session = try session()
        try session.act(for: options.zone)
        session.clock = options.clock.map(BusinessClock.fixed) ?? .machine
        return session
    }
}
