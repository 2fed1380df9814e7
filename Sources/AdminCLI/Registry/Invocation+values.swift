import Zones

// Typed access to the values of a line. `day` is for a field that is required or has a default, `optionalDay` for one
// that may be left out, `days` for a list (empty if left out).
extension Invocation {
    /// The value of a field that takes a code.
    public func code(_ name: String) throws -> Code {
        guard let value = try optionalCode(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a code, nil if left out.
    public func optionalCode(_ name: String) throws -> Code? {
        switch try value(name) {
        case .code(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a text.
    public func text(_ name: String) throws -> String {
        guard let value = try optionalText(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a text, nil if left out.
    public func optionalText(_ name: String) throws -> String? {
        switch try value(name) {
        case .text(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a person's name.
    public func name(_ name: String) throws -> PersonName {
        guard let value = try optionalName(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a person's name, nil if left out.
    public func optionalName(_ name: String) throws -> PersonName? {
        switch try value(name) {
        case .name(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes an organization's name.
    public func organizationName(_ name: String) throws -> OrganizationName {
        guard let value = try optionalOrganizationName(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes an organization's name, nil if left out.
    public func optionalOrganizationName(_ name: String) throws -> OrganizationName? {
        switch try value(name) {
        case .organizationName(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a day.
    public func day(_ name: String) throws -> Day {
        guard let value = try optionalDay(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a day, nil if left out.
    public func optionalDay(_ name: String) throws -> Day? {
        switch try value(name) {
        case .day(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes an instant.
    public func instant(_ name: String) throws -> Instant {
        guard let value = try optionalInstant(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes an instant, nil if left out.
    public func optionalInstant(_ name: String) throws -> Instant? {
        switch try value(name) {
        case .instant(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes an amount.
    public func money(_ name: String) throws -> Money {
        guard let value = try optionalMoney(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes an amount, nil if left out.
    public func optionalMoney(_ name: String) throws -> Money? {
        switch try value(name) {
        case .money(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a rate.
    public func rate(_ name: String) throws -> Rate {
        guard let value = try optionalRate(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a rate, nil if left out.
    public func optionalRate(_ name: String) throws -> Rate? {
        switch try value(name) {
        case .rate(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes an integer.
    public func integer(_ name: String) throws -> Int {
        guard let value = try optionalInteger(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes an integer, nil if left out.
    public func optionalInteger(_ name: String) throws -> Int? {
        switch try value(name) {
        case .integer(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a path.
    public func path(_ name: String) throws -> String {
        guard let value = try optionalPath(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a path, nil if left out.
    public func optionalPath(_ name: String) throws -> String? {
        switch try value(name) {
        case .path(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a resident ID.
    public func residentID(_ name: String) throws -> ResidentID {
        guard let value = try optionalResidentID(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a resident ID, nil if left out.
    public func optionalResidentID(_ name: String) throws -> ResidentID? {
        switch try value(name) {
        case .residentID(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a credit code.
    public func creditCode(_ name: String) throws -> CreditCode {
        guard let value = try optionalCreditCode(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a credit code, nil if left out.
    public func optionalCreditCode(_ name: String) throws -> CreditCode? {
        switch try value(name) {
        case .creditCode(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a phone number.
    public func phone(_ name: String) throws -> PhoneNumber {
        guard let value = try optionalPhone(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a phone number, nil if left out.
    public func optionalPhone(_ name: String) throws -> PhoneNumber? {
        switch try value(name) {
        case .phone(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes a zone's code.
    public func zone(_ name: String) throws -> ZoneCode {
        guard let value = try optionalZone(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes a zone's code, nil if left out.
    public func optionalZone(_ name: String) throws -> ZoneCode? {
        switch try value(name) {
        case .zone(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }

    /// The value of a field that takes one of the words of a choice.
    public func choice(_ name: String) throws -> String {
        guard let value = try optionalChoice(name) else { throw misdeclared(name) }
        return value
    }

    /// The value of a field that takes one of the words of a choice, nil if left out.
    public func optionalChoice(_ name: String) throws -> String? {
        switch try value(name) {
        case .choice(let value): value
        case nil: nil
        default: throw misdeclared(name)
        }
    }
}
