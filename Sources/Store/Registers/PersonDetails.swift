import Zones

/// What is known of a person when they are added, or what a correction changes; nil leaves a field as it is.
///
/// Birth date and sex follow the resident id where there is one.
public struct PersonDetails: Sendable, Hashable {
    public var name: PersonName?
    public var idNumber: ResidentID?
    public var birthOn: Day?
    public var sex: Sex?
    public var phone: PhoneNumber?
    /// The code of the organization where the person works.
    public var unit: Code?
    public var post: String?

    public init(
        name: PersonName? = nil,
        idNumber: ResidentID? = nil,
        birthOn: Day? = nil,
        sex: Sex? = nil,
        phone: PhoneNumber? = nil,
        unit: Code? = nil,
        post: String? = nil
    ) {
        self.name = name
        self.idNumber = idNumber
        self.birthOn = idNumber?.birthDay ?? birthOn
        self.sex = idNumber?.sex ?? sex
        self.phone = phone
        self.unit = unit
        self.post = post
    }
}
