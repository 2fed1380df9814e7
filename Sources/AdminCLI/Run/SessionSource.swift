import Store

/// Opens the session of a run at first need and keeps it.
final class SessionSource {
    private let make: () throws -> Session
    private var opened: Session?
    /// Hears of a new session, so that ^C can cancel what it does.
    var onOpen: (Session) -> Void = { _ in }

    init(_ make: @escaping () throws -> Session) { self.make = make }

    /// The session as far as one was needed.
    var current: Session? { opened }

    func session() throws -> Session {
        if let opened { return opened }
        let session = try make()
        opened = session
        onOpen(session)
        return session
    }

    /// The session, acting for the zone and at the time that options name.
    func session(_ options: Options) throws -> Session {
        let session = try session()
        try session.act(for: options.zone)
        session.clock = options.clock.map(BusinessClock.fixed) ?? .machine
        return session
    }
}
