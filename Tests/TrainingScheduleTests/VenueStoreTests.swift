import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct VenueStoreTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    @Test func `each zone sees the rooms that it has a part in, and the owner whom they are lent to`() throws {
        let own = try VenueStore.list(world.inno)
        #expect(own.map(\.code.text) == ["R301", "R6"])
        #expect(own.map(\.level) == [.owner, .owner])
        #expect(own.map(\.guests) == [["ETDZ"], []])
        #expect(own.map(\.watchers) == [["TZBA"], ["ETDZ"]])
        let lent = try VenueStore.list(world.etdz)
        #expect(lent.map(\.code.text) == ["R301", "R6"])
        #expect(lent.map(\.level) == [.guest, .busy])
        #expect(lent.map(\.owner.text) == ["INNO", "INNO"])
        #expect(lent.allSatisfy { $0.guests.isEmpty && $0.watchers.isEmpty })
        #expect(try VenueStore.list(world.tzba).map(\.code.text) == ["R301"])
    }

    @Test func `a list for many people leaves small rooms out`() throws {
        #expect(try VenueStore.list(world.inno, seating: 7).map(\.code.text) == ["R301"])
        #expect(try VenueStore.list(world.inno, seating: 6).count == 2)
        #expect(try VenueStore.list(world.inno, seating: 61).isEmpty)
    }

    @Test func `a zone named twice keeps the higher level, and the owner stays owner`() throws {
        let zones = try ["ETDZ", "INNO", "ETDZ"].map { try ZoneCode($0) }
        try world.inno.perform(
            VenueStore.add(code: Code("R9"), name: "样例九室", capacity: 9, guests: zones, watchers: zones)
        )
        #expect(try VenueStore.list(world.etdz).first { $0.code.text == "R9" }?.level == .guest)
        #expect(try VenueStore.list(world.inno).first { $0.code.text == "R9" }?.level == .owner)
    }

    @Test func `a code taken in another zone is refused, an unknown zone is named`() throws {
        #expect(throws: ScheduleRejection.taken(.venue)) {
            try world.tzba.perform(VenueStore.add(code: Code("R6"), name: "同号", capacity: 10))
        }
        #expect(throws: CoreRejection.missing(noun: "zone", key: "NOWHERE")) {
            try world.tzba.perform(
                VenueStore.add(code: nil, name: "样例", capacity: 10, guests: [ZoneCode("NOWHERE")])
            )
        }
        #expect(try VenueStore.list(world.tzba).map(\.code.text) == ["R301"])
    }

    @Test func `a room without seats is refused by the store itself`() throws {
        #expect(throws: ScheduleRejection.invalid(rule: "venue_capacity_positive")) {
            try world.inno.perform(VenueStore.add(code: nil, name: "样例", capacity: 0))
        }
    }

    @Test func `a room without a code gets one, and the same request answers the same`() throws {
        let session = try world.inno
        let verb = VenueStore.add(code: nil, name: "样例", capacity: 10)
        let request = session.request("venue add")
        let code = try session.perform(verb, as: request)
        #expect(code.hasPrefix("V-2024-"))
        #expect(try session.perform(verb, as: request) == code)
        #expect(try VenueStore.list(session).count == 3)
    }

    @Test func `nobody adds a room without a role in the zone`() throws {
        let stranger = try world.database.session(as: "stranger", zone: "INNO")
        #expect(throws: CoreRejection.self) {
            try stranger.perform(VenueStore.add(code: nil, name: "样例", capacity: 10))
        }
        #expect(try VenueStore.list(world.inno).count == 2)
    }
}
